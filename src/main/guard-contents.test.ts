import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { denyPermissions, guardContents } from './guard-contents.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
type Asked = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>
type Checked = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>

function guarded() {
  const app = new EventEmitter()
  guardContents(app as unknown as App)
  const open: OpenHandler[] = []
  const webRtc: string[] = []
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: OpenHandler) => open.push(handler),
    setWebRTCIPHandlingPolicy: (policy: string) => webRtc.push(policy),
  })
  app.emit('web-contents-created', {}, contents)
  return { contents, open, webRtc }
}

describe('every web contents', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('is denied %s', (event) => {
    const prevented: string[] = []
    guarded().contents.emit(event, { preventDefault: () => prevented.push(event) }, 'https://evil.example/')
    expect(prevented).toEqual([event])
  })

  it.each(['https://evil.example/', 'app://main/', 'about:blank', 'file:///etc/passwd', ''])(
    'is denied a window at %j',
    (url) => {
      const [handler] = guarded().open
      // Only the address matters.
      expect(handler?.({ url } as Parameters<OpenHandler>[0])).toEqual({ action: 'deny' })
    },
  )
})

it('lets no web contents send datagrams past the proxy', () => {
  expect(guarded().webRtc).toEqual(['disable_non_proxied_udp'])
})

describe('permissions', () => {
  const handlers = { request: null as unknown, check: null as unknown, device: null as unknown }
  denyPermissions({
    setPermissionRequestHandler: (handler: unknown) => void (handlers.request = handler),
    setPermissionCheckHandler: (handler: unknown) => void (handlers.check = handler),
    setDevicePermissionHandler: (handler: unknown) => void (handlers.device = handler),
  } as unknown as Session)

  function request(permission: string): boolean {
    const answers: boolean[] = []
    const asked = [null, permission, (granted: boolean) => answers.push(granted), {}] as unknown as Asked
    ;(handlers.request as (...asked: Asked) => void)(...asked)
    return answers.length === 1 && answers[0] === true
  }

  function check(permission: string): boolean {
    const checked = [null, permission, 'app://main', {}] as unknown as Checked
    return (handlers.check as (...checked: Checked) => boolean)(...checked)
  }

  it('are those of this Electron', () => {
    expect(named('setPermissionRequestHandler')).toContain('geolocation')
    expect(named('setPermissionCheckHandler')).toContain('geolocation')
  })

  it('are all denied when asked for but writing text to the clipboard', () => {
    expect(named('setPermissionRequestHandler').filter(request)).toEqual(['clipboard-sanitized-write'])
  })

  it('are all denied when looked up but writing text to the clipboard', () => {
    expect(named('setPermissionCheckHandler').filter(check)).toEqual(['clipboard-sanitized-write'])
  })

  it('denies every device', () => {
    for (const deviceType of ['hid', 'serial', 'usb'])
      expect((handlers.device as (details: object) => boolean)({ deviceType })).toBe(false)
  })
})

/** The permissions that the declarations of the installed Electron name for a handler. */
function named(handler: string): readonly string[] {
  const declarations = readFileSync(new URL('../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8')
  const line = declarations.split('\n').find((each) => each.includes(`  ${handler}(handler:`)) ?? ''
  return [...line.matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? '')
}
