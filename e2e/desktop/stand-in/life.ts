/** Whether the app is ready, and who waits for it. */
export interface Life {
  isReady(): boolean
  readonly ready: Promise<void>
  /** Called once the entry has run to its end, as Electron does. */
  becomeReady(): void
}

export function createLife(): Life {
  const state = { isReady: false }
  const { promise, resolve } = Promise.withResolvers<undefined>()
  return {
    isReady: () => state.isReady,
    ready: promise,
    becomeReady: () => {
      state.isReady = true
      resolve(undefined)
    },
  }
}
