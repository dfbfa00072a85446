import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dressProcess } from './dress-process.ts'
import { readEnvironment } from './environment.ts'
import { loadNativeModules } from './native-modules.ts'
import { quitOnSignals } from './signals.ts'

/**
 * Started with `node --import <this file> <built main entry> <arguments>`: puts the stand-in in Electron's place, runs
 * the entry to its end, and only then lets the app become ready, as Electron does.
 */
const STAND_IN = new URL('./electron.ts', import.meta.url).href
const NAMES = ['electron', 'electron/main', 'electron/common']

// Every launch reads the same files again; with this it starts in half the time.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'stand-in'))
registerHooks({
  resolve: (specifier, context, next) =>
    NAMES.includes(specifier) ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
})

const entry = process.argv[1] ?? ''
const { instance } = await import('./instance.ts')
const environment = readEnvironment(process.env, entry)
loadNativeModules(process, environment)
dressProcess(process, environment)
// Node runs the entry after this module; it finds it run already.
await import(pathToFileURL(entry).href)
quitOnSignals(process, () => instance.electron.app.quit())
instance.start()
