import type { NotificationConstructorOptions } from 'electron'
import type { SystemNotice, SystemNoticeEvents } from '../slot.ts'

/** One notification as the user's system has it. */
export interface Shown {
  readonly options: NotificationConstructorOptions
  readonly events: SystemNoticeEvents
  state: 'made' | 'open' | 'closed'
}

/** A system that shows notices to nobody and keeps them for a test to look at. */
export interface FakeSystem {
  readonly all: readonly Shown[]
  /** Titles of those that are open. */
  open(): readonly string[]
  titles(): readonly string[]
  createNotification(options: NotificationConstructorOptions, events: SystemNoticeEvents): SystemNotice
}

export type SystemWay = 'works' | 'fails' | 'throws' | 'is silent'

export function createFakeSystem(how: SystemWay = 'works'): FakeSystem {
  const all: Shown[] = []
  const titleOf = ({ options }: Shown): string => options.title ?? ''
  return {
    all,
    open: () => all.filter(({ state }) => state === 'open').map(titleOf),
    titles: () => all.map(titleOf),
    createNotification: (options, events) => {
      if (how === 'throws') throw new Error('no service')
      const shown: Shown = { options, events, state: 'made' }
      all.push(shown)
      return {
        show: () => {
          shown.state = how === 'works' ? 'open' : 'made'
          if (how === 'works') events.shown()
          if (how === 'fails') events.failed('no service')
        },
        close: () => {
          shown.state = 'closed'
          events.closed('gone')
        },
      }
    },
  }
}
