import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { refusePreload } from './preload-check.ts'
import { tryAll } from './test/attempts.ts'

function writePreload(text: string, name = 'preload.cjs'): string {
  const folder = mkdtempSync(join(tmpdir(), 'preload-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

it.each([
  ['let electron = require("electron"); electron.ipcRenderer.send("x"); electron.contextBridge'],
  ["const { contextBridge, ipcRenderer: ipc } = require('electron')"],
  ["require('electron').webFrame; require('node:events'); require('url')"],
  ['console.log("nothing is required")'],
])('lets a sandboxed preload run that is: %s', (text) => {
  expect(refusePreload(writePreload(text), true)).toBeNull()
})

it.each([
  ["require('fs')", /requires “fs”/],
  ["require('node:child_process')", /requires “node:child_process”/],
  ["require('./other.cjs')", /requires “.\/other.cjs”/],
  ['let electron = require("electron"); electron.app.quit()', /uses electron’s “app”/],
  ["const { shell } = require('electron')", /uses electron’s “shell”/],
  ["require('electron').clipboard", /uses electron’s “clipboard”/],
  ["import { ipcRenderer } from 'electron'", /must be CommonJS/],
])('refuses a sandboxed preload that is: %s', (text, says) => {
  expect(refusePreload(writePreload(text), true)).toMatch(says)
})

it('asks nothing of a preload outside the sandbox but to be there', () => {
  expect(refusePreload(writePreload("require('fs')"), false)).toBeNull()
  expect(refusePreload('/nowhere/preload.cjs', false)).toMatch(/does not exist/)
  expect(refusePreload('preload.cjs', false)).toMatch(/must be an absolute path/)
})

it('is asked when a window opens', async () => {
  const file = JSON.stringify(writePreload("require('fs')"))
  const open = `new BrowserWindow({ show: false, webPreferences: { preload: ${file}, sandbox: false } })`
  const { thrown } = await tryAll([
    { what: 'unsandboxed', when: 'ready', code: open },
    { what: 'sandboxed', when: 'ready', code: open.replace(', sandbox: false', '') },
  ])
  expect(thrown['unsandboxed']).toBeNull()
  expect(thrown['sandboxed']).toMatch(/requires “fs”/)
  const forced = await tryAll([
    { what: 'forcing', when: 'early', code: 'app.enableSandbox()' },
    { what: 'forced', when: 'ready', code: open },
  ])
  expect(forced.thrown['forced']).toMatch(/requires “fs”/)
})
