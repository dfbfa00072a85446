import { expect, it } from 'vitest'
import type { FromMain } from './protocol.ts'
import { tryAll, type Attempt } from './test/attempts.ts'

/** What Electron allows only before it is ready, or only after; with what is said about it. */
const FORBIDDEN: readonly (Attempt & { readonly says: RegExp })[] = [
  early('a window', 'new BrowserWindow()', /Cannot create BrowserWindow before app is ready/),
  early('a tray icon', 'new Tray(folder)', /Cannot create Tray before app is ready/),
  early('a notification', 'new Notification({})', /Cannot create Notification before app is ready/),
  early('the displays', 'screen.getPrimaryDisplay()', /screen can only be used once the app is ready/),
  early('a session', 'session.defaultSession', /Session can only be received when app is ready/),
  early('a partition', "session.fromPartition('x')", /Session can only be received when app is ready/),
  early('a handler', "protocol.handle('app', () => new Response())", /Session can only be received when app is ready/),
  early('fetching', "await net.fetch('file:///')", /net.fetch can only be used once the app is ready/),
  early('a request', "net.request('http://localhost')", /net.request can only be used once the app is ready/),
  early('a question', "await dialog.showMessageBox({ message: '' })", /showMessageBox can only be used once/),
  late('the sandbox', 'app.enableSandbox()', /app.enableSandbox can only be called before the app is ready/),
  late('no hardware', 'app.disableHardwareAcceleration()', /disableHardwareAcceleration can only be called before/),
  late('schemes', 'protocol.registerSchemesAsPrivileged([])', /can only be called before the app is ready/),
  late('a switch', "app.commandLine.appendSwitch('lang', 'en')", /no effect once the app is ready/),
  late('the profile', "app.setPath('sessionData', folder)", /sessionData must be set before the app is ready/),
]

const ALLOWED: readonly Attempt[] = [
  { what: 'the sandbox, early', when: 'early', code: 'app.enableSandbox()' },
  { what: 'schemes, once', when: 'early', code: "protocol.registerSchemesAsPrivileged([{ scheme: 'app' }])" },
  { what: 'an error box, early', when: 'early', code: "dialog.showErrorBox('Title', 'Text')" },
  { what: 'a switch, early', when: 'early', code: "app.commandLine.appendSwitch('lang', 'en')" },
  { what: 'a window, late', when: 'ready', code: 'new BrowserWindow({ show: false })' },
  { what: 'the displays, late', when: 'ready', code: 'screen.getAllDisplays()' },
]

const TWICE: Attempt = {
  what: 'schemes, twice',
  when: 'early',
  code: "protocol.registerSchemesAsPrivileged([{ scheme: 'other' }])",
}

it('forbids what comes too early or too late, and tells the parent each time', async () => {
  const { thrown, main } = await tryAll([...FORBIDDEN, ...ALLOWED, TWICE])
  for (const { what, says } of FORBIDDEN) expect(thrown[what], what).toMatch(says)
  for (const { what } of ALLOWED) expect(thrown[what], what).toBeNull()
  expect(thrown[TWICE.what]).toMatch(/can be called only once/)
  expect(main.messages.filter(isForbidden).map(({ what }) => what)).toHaveLength(FORBIDDEN.length + 1)
})

function isForbidden(message: FromMain): message is Extract<FromMain, { kind: 'forbidden' }> {
  return message.kind === 'forbidden'
}

function early(what: string, code: string, says: RegExp) {
  return { what: `${what} before ready`, when: 'early', code, says } as const
}

function late(what: string, code: string, says: RegExp) {
  return { what: `${what} after ready`, when: 'ready', code, says } as const
}
