import type { App, Session, WebContents } from 'electron'

/** Denies every web contents, present and future, what the page never needs: going elsewhere, windows, webviews. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // Neither the page's policy nor request listeners see what WebRTC sends.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** No permission is ever asked for; only copying a table as text is allowed. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_, permission, decide) => decide(permission === 'clipboard-sanitized-write'))
  session.setPermissionCheckHandler((_, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
}
