import type { FromMain } from '../stand-in/protocol.ts'
import { openShownWindow, type ShownWindow, type WindowSurroundings } from './shown-window.ts'

export interface Screen {
  /** Takes what main says of its windows; everything else is not the screen's. */
  hear(message: FromMain): void
  /** The newest window there is; waits for one. */
  newest(): Promise<ShownWindow>
  /** Every text main sent to a page. */
  readonly sent: readonly string[]
  close(): Promise<void>
}

/** The windows of one running main. What happens to a window happens in the order main said it. */
export function createScreen(surroundings: WindowSurroundings): Screen {
  const windows = new Map<number, Promise<ShownWindow>>()
  const waiting = new Set<() => void>()
  const sent: string[] = []

  function open(message: Extract<FromMain, { kind: 'window-open' }>): void {
    const opened = openShownWindow(message.window, message.options, surroundings)
    windows.set(message.window, opened)
    opened.catch((error: unknown) => surroundings.complain(`A window could not be shown: ${String(error)}`))
    for (const look of [...waiting]) look()
  }

  function within(window: number, run: (shown: ShownWindow) => unknown): void {
    const shown = windows.get(window)
    // A window that closes meanwhile ends whatever was being done to it.
    shown?.then(run).catch(() => undefined)
  }

  function close(window: number): void {
    within(window, (shown) => shown.close())
    windows.delete(window)
  }

  function hear(message: FromMain): void {
    switch (message.kind) {
      case 'window-open':
        return open(message)
      case 'window-load':
        return within(message.window, (shown) => shown.load(message.url))
      case 'window-reload':
        return within(message.window, (shown) => shown.reload())
      case 'window-size':
        return within(message.window, (shown) => shown.size(message.width, message.height))
      case 'window-zoom':
        return within(message.window, (shown) => shown.zoom(message.factor))
      case 'window-gone':
        return close(message.window)
      case 'send':
        sent.push(...message.values.filter((value) => typeof value === 'string'))
        return within(message.window, (shown) => shown.deliver(message.channel, message.values))
      default:
    }
  }

  const newest = (): Promise<ShownWindow> | undefined => [...windows.values()].at(-1)

  return {
    hear,
    sent,
    newest: () =>
      newest() ??
      new Promise((resolve) => {
        const look = (): void => {
          waiting.delete(look)
          resolve(newest()!)
        }
        waiting.add(look)
      }),
    close: async () => {
      const closing = [...windows.values()].map((shown) => shown.then((each) => each.close()))
      windows.clear()
      await Promise.allSettled(closing)
    },
  }
}
