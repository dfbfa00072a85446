import { contextBridge, ipcRenderer } from 'electron'

/** A preload that exposes one of everything, to see what crosses into the page's world and how. */
function refusalOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

/** Once this is CommonJS, `require` is what the stand-in hands a preload. */
const demand: (id: string) => unknown = require

class Custom {
  own = 1
  method(): number {
    return this.own
  }
}

const api = {
  amount: 1,
  list: [1, { deep: true }],
  custom: new Custom(),
  date: new Date(5),
  symbol: Symbol('dropped'),
  deep: { double: (value: number) => value * 2 },
  throws: () => {
    throw new TypeError('refused')
  },
  later: async (value: number) => value + 1,
  echo: (value: unknown) => value,
  isPlainHere: (value: unknown) => Object.getPrototypeOf(value) === Object.prototype,
  refusedModule: refusalOf(() => demand('node:fs')),
  refusedMember: refusalOf(() => ipcRenderer.sendSync('x') as unknown),
  onMessage: (take: (isEvent: boolean, ...values: readonly unknown[]) => void) =>
    void ipcRenderer.on('link', (event, ...values: readonly unknown[]) =>
      take(Object.keys(event).length > 0, ...values),
    ),
  send: (...values: readonly unknown[]) => ipcRenderer.send('link', ...values),
  exposeAgain: () => refusalOf(() => contextBridge.exposeInMainWorld('api', {})),
}
contextBridge.exposeInMainWorld('api', api)
api.amount = 2
Object.assign(globalThis, { hiddenFromThePage: true })
