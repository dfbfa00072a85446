import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import type { Context } from './context.ts'
import { present } from './present.ts'
import { createProtocolHandlers, type PrivilegedSchemes, type ProtocolHandlers } from './protocol-handlers.ts'
import { createRequestListeners, type RequestListeners } from './web-request.ts'

/** A session with what only the stand-in asks of it. */
export interface OneSession {
  readonly session: Session
  readonly handlers: ProtocolHandlers
  readonly listeners: RequestListeners
  /** Ends of the requests main has on their way. */
  readonly connections: Set<() => void>
  /** Names of the permissions a page of these contents has without asking. */
  granted(contents: WebContents, origin: string): readonly string[]
  handlerNames(): readonly string[]
}

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0]

export function createSession(context: Context, privileged: PrivilegedSchemes, isPersistent: boolean): OneSession {
  const { strict, environment } = context
  const handlers = createProtocolHandlers(context, privileged)
  const listeners = createRequestListeners()
  const connections = new Set<() => void>()
  const set = { request: null as RequestHandler, check: null as CheckHandler, device: null as DeviceHandler }

  function keep<Name extends keyof typeof set>(name: Name, handler: (typeof set)[Name]): void {
    strict.need(handler === null || typeof handler === 'function', `The permission ${name} handler must be a function.`)
    set[name] = handler
    context.changed()
  }

  const session = present<Session>(new EventEmitter(), {
    protocol: handlers.protocol,
    webRequest: listeners.webRequest,
    setPermissionRequestHandler: (handler) => keep('request', handler),
    setPermissionCheckHandler: (handler) => keep('check', handler),
    setDevicePermissionHandler: (handler) => keep('device', handler),
    resolveProxy: async () => environment.proxy,
    clearCache: async () => undefined,
    clearStorageData: async () => undefined,
    closeAllConnections: async () => connections.forEach((end) => end()),
    setSpellCheckerEnabled: () => undefined,
    isPersistent: () => isPersistent,
  })
  return {
    session,
    handlers,
    listeners,
    connections,
    granted: (contents, origin) =>
      grantedBy(set.check, context.declarations.texts('Session', 'setPermissionCheckHandler'), contents, origin),
    handlerNames: () => Object.entries(set).flatMap(([name, handler]) => (handler === null ? [] : [name])),
  }
}

/** Without a handler Electron grants all that is asked. */
function grantedBy(
  check: CheckHandler,
  all: ReadonlySet<string>,
  contents: WebContents,
  origin: string,
): readonly string[] {
  if (check === null) return [...all]
  const details = { isMainFrame: true, requestingUrl: `${origin}/`, securityOrigin: origin }
  // The names are the ones the declaration lists for this very parameter.
  return [...all].filter((name) => check(contents, name as Parameters<typeof check>[1], origin, details))
}
