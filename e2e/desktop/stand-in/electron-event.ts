import type { Event } from 'electron'

/** What Electron hands to listeners: the event's values, and the way to keep its default from happening. */
export function createEvent<Params extends object>(params: Params): Event<Params> {
  const state = { prevented: false }
  return {
    ...params,
    preventDefault: () => void (state.prevented = true),
    get defaultPrevented() {
      return state.prevented
    },
  }
}
