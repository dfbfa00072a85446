import { expect, it } from 'vitest'
import { mayPreloadUse } from './preload-check.ts'
import { importedNames } from './test/electron-names.ts'
import { startScript } from './test/fake-parent.ts'

/** What the stand-in's module has, as a main script sees it. */
async function exportedNames(): Promise<readonly string[]> {
  const main = startScript(`
    import * as electron from 'electron'
    electron.dialog.showErrorBox('names', JSON.stringify(Object.keys(electron)))
  `)
  const { dialogs } = await main.recorded((recorded) => recorded.dialogs.length === 1)
  return JSON.parse(dialogs[0]?.text ?? '') as readonly string[]
}

it('has every name main and the updater’s library take from electron', async () => {
  const main = importedNames(['src/main/**/*.ts'])
  const library = importedNames(['node_modules/electron-updater/out/**/*.js'])
  expect(main).toEqual(expect.arrayContaining(['app', 'BrowserWindow', 'ipcMain', 'protocol', 'session']))
  expect(library).toEqual(expect.arrayContaining(['app', 'autoUpdater', 'net', 'session', 'shell']))
  const exported = await exportedNames()
  expect([...main, ...library].filter((name) => !exported.includes(name))).toEqual([])
})

it('allows every name the preload takes from electron', () => {
  const names = importedNames(['src/preload/**/*.ts'])
  expect(names).toEqual(expect.arrayContaining(['contextBridge', 'ipcRenderer']))
  expect(names.filter((name) => !mayPreloadUse(name))).toEqual([])
  expect(mayPreloadUse('app')).toBe(false)
})
