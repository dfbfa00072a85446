import { createFakeLog } from '../../engine/test/fake-log.ts'
import type { WindowMemory } from '../choices/desktop-file.ts'
import { createMainWindow } from '../window/main-window.ts'
import type { WorkArea } from '../window/place-window.ts'
import { createFakeWindow, type FakeWindow } from './fake-window.ts'

export const DISPLAY: WorkArea = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } }

/** The main window over fake ones. */
export function openWindowStage(over: Partial<WindowMemory> = {}) {
  const made: FakeWindow[] = []
  const log = createFakeLog()
  const did: string[] = []
  const now = {
    memory: { bounds: null, maximised: false, zoom: 1, ...over } as WindowMemory,
    displays: [DISPLAY] as readonly [WorkArea, ...WorkArea[]],
    closing: 'hide' as 'hide' | 'close',
    ground: '#000000',
  }
  const main = createMainWindow({
    make: (options) => {
      const fake = createFakeWindow(options)
      made.push(fake)
      return fake.window
    },
    displays: () => now.displays,
    choices: {
      window: () => now.memory,
      rememberWindow: (change) => {
        now.memory = { ...now.memory, ...change }
      },
    },
    log,
    preload: '/built/preload.cjs',
    devTools: 'denied',
    ground: () => now.ground,
    closing: () => now.closing,
    servePage: () => {
      did.push('served')
      return () => void did.push('served no more')
    },
    onCrash: () => void did.push('crash'),
    onClosed: () => void did.push('closed'),
  })
  const newest = (): FakeWindow => made.at(-1)!
  /** Opens it and lets its page be painted for the first time. */
  const showReady = (): FakeWindow => {
    main.show()
    newest().emit('ready-to-show')
    return newest()
  }
  return { main, made, log, did, now, newest, showReady }
}
