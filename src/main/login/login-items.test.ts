import type { LoginItemSettings, Settings } from 'electron'
import { describe, expect, it } from 'vitest'
import { createLoginItem, createRunKey } from './login-items.ts'

const entry = { program: 'C:\\Program Files\\Tidemark\\Tidemark.exe', args: ['--hidden', '--data', 'D:\\my data'] }

/** What the system keeps, as `app` shows it. */
function fakeApp(over: Partial<LoginItemSettings> & { readonly isPackaged?: boolean } = {}) {
  const { isPackaged = true, ...system } = over
  const set: Settings[] = []
  const app = {
    isPackaged,
    setLoginItemSettings: (settings: Settings) => void set.push(settings),
    // The rest of what Electron answers is not read.
    getLoginItemSettings: () => ({ openAtLogin: set.at(-1)?.openAtLogin ?? false, ...system }) as LoginItemSettings,
  }
  return { app, set }
}

describe('on Windows', () => {
  const written = {
    openAtLogin: true,
    path: entry.program,
    args: ['--hidden', '--data', '"D:\\my data"'],
  }

  it('is written when chosen, its arguments quoted, and taken out when not', async () => {
    const { app, set } = fakeApp({ executableWillLaunchAtLogin: true })
    expect(await createRunKey(app).apply(entry)).toBeNull()
    expect(await createRunKey(app).apply(null)).toBeNull()
    expect(set).toEqual([written, { openAtLogin: false }])
  })

  it('says when Task Manager has switched it off, and does not switch it on behind the user’s back', async () => {
    const { app, set } = fakeApp({ openAtLogin: true, executableWillLaunchAtLogin: false })
    expect(await createRunKey(app).look(entry)).toMatchObject({ id: 'desktop.login-refused' })
    expect(set).toEqual([])
  })

  it('follows the program to where it lies now', async () => {
    const { app, set } = fakeApp({ executableWillLaunchAtLogin: true })
    expect(await createRunKey(app).look(entry)).toBeNull()
    expect(set).toEqual([written])
  })

  it('is left alone at the start where nothing is chosen', async () => {
    const { app, set } = fakeApp()
    expect(await createRunKey(app).look(null)).toBeNull()
    expect(set).toEqual([])
  })
})

describe('on macOS', () => {
  it('is the app itself', async () => {
    const { app, set } = fakeApp({ status: 'enabled' })
    expect(await createLoginItem(app).apply(entry)).toBeNull()
    expect(await createLoginItem(app).apply(null)).toBeNull()
    expect(set).toEqual([{ openAtLogin: true }, { openAtLogin: false }])
  })

  it.each(['requires-approval', 'not-found', 'not-registered'] as const)('says that it is %s', async (status) => {
    const { app, set } = fakeApp({ status })
    expect(await createLoginItem(app).look(entry)).toMatchObject({ id: 'desktop.login-refused' })
    expect(set).toEqual([])
    expect(await createLoginItem(app).look(null)).toBeNull()
  })

  it('is not to be had for an app started from source', async () => {
    const { app, set } = fakeApp({ isPackaged: false })
    expect(await createLoginItem(app).apply(entry)).toMatchObject({ id: 'desktop.login-not-built' })
    expect(set).toEqual([])
  })
})
