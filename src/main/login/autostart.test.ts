import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { autostartPath, createAutostart } from './autostart.ts'
import { autostartFile } from './autostart-file.ts'

const entry = { program: '/opt/Tidemark/tidemark', args: [] }
const folder = { home: '' }
beforeEach(() => {
  folder.home = mkdtempSync(join(tmpdir(), 'autostart-'))
})
afterEach(() => rmSync(folder.home, { recursive: true }))

const file = () => autostartPath(folder.home, undefined)

function put(text: string): void {
  mkdirSync(dirname(file()), { recursive: true })
  writeFileSync(file(), text)
}

it('lies where the session looks', () => {
  expect(autostartPath('/home/me', undefined)).toBe('/home/me/.config/autostart/tidemark.desktop')
  expect(autostartPath('/home/me', '/etc/me')).toBe('/etc/me/autostart/tidemark.desktop')
  expect(autostartPath('/home/me', 'relative')).toBe('/home/me/.config/autostart/tidemark.desktop')
})

it('is written when chosen and gone when not', async () => {
  const autostart = createAutostart(file())
  expect(await autostart.apply(entry)).toBeNull()
  expect(readFileSync(file(), 'utf8')).toBe(autostartFile(entry))
  expect(await autostart.apply(null)).toBeNull()
  expect(existsSync(file())).toBe(false)
  expect(await autostart.apply(null)).toBeNull()
})

it('follows the program to where it lies now', async () => {
  put(autostartFile({ program: '/old/tidemark', args: [] }))
  expect(await createAutostart(file()).look(entry)).toBeNull()
  expect(readFileSync(file(), 'utf8')).toBe(autostartFile(entry))
})

it('says when the desktop switched it off, and leaves that so until the user chooses anew', async () => {
  const off = `${autostartFile(entry)}X-GNOME-Autostart-enabled=false\n`
  put(off)
  const autostart = createAutostart(file())
  expect(await autostart.look(entry)).toMatchObject({ id: 'desktop.login-refused' })
  expect(readFileSync(file(), 'utf8')).toBe(off)
  expect(await autostart.apply(entry)).toBeNull()
  expect(readFileSync(file(), 'utf8')).toBe(autostartFile(entry))
})

it('leaves alone what another data folder’s app put there', async () => {
  put(autostartFile(entry))
  expect(await createAutostart(file()).look(null)).toBeNull()
  expect(existsSync(file())).toBe(true)
})

it('says where it cannot be written', async () => {
  writeFileSync(join(folder.home, '.config'), 'a file where a folder should be')
  expect(await createAutostart(file()).apply(entry)).toMatchObject({
    id: 'desktop.login-not-written',
    values: { file: file() },
  })
})
