import { z } from 'zod'
import { cleanLine } from '../../shared/text/clean.ts'

/** A chat the bot was written to from, to be chosen by the user. */
export interface FoundChat {
  /** What goes into the settings. */
  readonly chat: string
  readonly name: string
  readonly kind: 'private' | 'group' | 'channel'
}

const chat = z.object({
  id: z.int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
})
type Chat = z.infer<typeof chat>

const said = z.object({ chat }).optional().catch(undefined)
/** Of an update only the chat it came from is looked at: https://core.telegram.org/bots/api#update */
const update = z.object({ message: said, edited_message: said, channel_post: said, my_chat_member: said })
const updates = z.array(z.unknown()).max(1000)

const LONGEST_NAME = 80
/** Marks that turn the direction of text could make a name look like another. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Each chat once, the one heard of last first; null where the answer is no list of updates. */
export function chatsOf(result: unknown): readonly FoundChat[] | null {
  const list = updates.safeParse(result)
  if (!list.success) return null
  const byNumber = new Map(list.data.flatMap(chatsOfUpdate).map((found) => [found.chat, found]))
  const newestFirst = list.data.flatMap(chatsOfUpdate).reverse()
  return [...new Set(newestFirst.map((found) => found.chat))].flatMap((number) => byNumber.get(number) ?? [])
}

function chatsOfUpdate(one: unknown): readonly FoundChat[] {
  const read = update.safeParse(one)
  const places = read.success ? Object.values(read.data) : []
  return places.flatMap((place) => (place === undefined ? [] : [foundChat(place.chat)]))
}

function foundChat(from: Chat): FoundChat {
  const kind = from.type === 'supergroup' ? 'group' : from.type
  return { chat: String(from.id), name: nameOf(from), kind }
}

function nameOf({ id, title, first_name, last_name, username }: Chat): string {
  const person = [first_name, last_name].filter((name) => name !== undefined).join(' ')
  const names = [title, person, username === undefined ? undefined : `@${username}`, String(id)]
  const clean = names.map((name) => cleanLine((name ?? '').replace(DIRECTION, '')))
  return (clean.find((name) => name !== '') ?? '').slice(0, LONGEST_NAME).toWellFormed()
}
