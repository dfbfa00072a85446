/** Who uses each topic of each feed; one topic may serve many. */
export interface TopicUsers<User> {
  add(feed: string, topic: string, user: User): void
  remove(feed: string, topic: string, user: User): void
  of(feed: string, topic: string): Iterable<User>
}

export function createTopicUsers<User>(): TopicUsers<User> {
  const users = new Map<string, Set<User>>()
  return {
    add: (feed, topic, user) => {
      const name = nameOf(feed, topic)
      users.set(name, (users.get(name) ?? new Set()).add(user))
    },
    remove: (feed, topic, user) => {
      const name = nameOf(feed, topic)
      users.get(name)?.delete(user)
      if (users.get(name)?.size === 0) users.delete(name)
    },
    of: (feed, topic) => users.get(nameOf(feed, topic)) ?? [],
  }
}

function nameOf(feed: string, topic: string): string {
  return `${feed} ${topic}`
}
