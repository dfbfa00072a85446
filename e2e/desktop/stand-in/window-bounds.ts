import type { EventEmitter } from 'node:events'
import type { BrowserWindow, Rectangle } from 'electron'
import type { Context } from './context.ts'
import type { WindowState } from './window-state.ts'

/** Where a window is and how large. */
export type BoundsMethods = Pick<
  BrowserWindow,
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getSize'
  | 'setSize'
  | 'getPosition'
  | 'setPosition'
  | 'getMinimumSize'
  | 'setMinimumSize'
  | 'center'
>

export interface BoundsPorts {
  readonly number: number
  readonly events: EventEmitter
  readonly state: WindowState
  readonly area: () => Rectangle
}

/** Puts the window there, as its user or its system would, and tells. */
export function moveTo(context: Context, { number, events, state }: BoundsPorts, wanted: Rectangle): void {
  const [width, height] = state.minimum
  const bounds = { ...wanted, width: Math.max(wanted.width, width), height: Math.max(wanted.height, height) }
  const old = state.bounds
  state.bounds = bounds
  if (!state.isMaximised && !state.isFullScreen && !state.isMinimised) state.normal = bounds
  if (old.x !== bounds.x || old.y !== bounds.y) for (const name of ['move', 'moved']) events.emit(name)
  if (old.width !== bounds.width || old.height !== bounds.height) {
    for (const name of ['resize', 'resized']) events.emit(name)
    context.channel.say({ kind: 'window-size', window: number, width: bounds.width, height: bounds.height })
  }
  context.changed()
}

export function boundsMethods(context: Context, ports: BoundsPorts): BoundsMethods {
  const { state } = ports

  function set(part: Partial<Rectangle>): void {
    for (const [name, value] of Object.entries(part)) {
      context.strict.need(Number.isInteger(value), `setBounds: “${name}” must be a whole number, not ${String(value)}.`)
    }
    moveTo(context, ports, { ...state.bounds, ...part })
  }

  function center(): void {
    const { width, height } = state.bounds
    const area = ports.area()
    set({ x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.round((area.height - height) / 2) })
  }

  return {
    getBounds: () => ({ ...state.bounds }),
    setBounds: set,
    getNormalBounds: () => ({ ...state.normal }),
    getContentBounds: () => ({ ...state.bounds }),
    getContentSize: () => [state.bounds.width, state.bounds.height],
    getSize: () => [state.bounds.width, state.bounds.height],
    setSize: (width, height) => set({ width, height }),
    getPosition: () => [state.bounds.x, state.bounds.y],
    setPosition: (x, y) => set({ x, y }),
    getMinimumSize: () => [...state.minimum],
    setMinimumSize: (width, height) => {
      state.minimum = [width, height]
      set({})
    },
    center,
  }
}
