import type { CustomScheme, Protocol } from 'electron'
import type { Context } from './context.ts'

type Handler = Parameters<Protocol['handle']>[1]

export interface ProtocolHandlers {
  readonly protocol: Protocol
  find(scheme: string): Handler | undefined
}

/** Schemes Chromium serves by itself. */
const BUILT_IN = ['http', 'https', 'file', 'about', 'data', 'blob', 'devtools', 'chrome', 'ws', 'wss']

export function isBuiltIn(scheme: string): boolean {
  return BUILT_IN.includes(scheme)
}

/** The protocol object of one session; registering privileged schemes belongs to the app as a whole. */
export function createProtocolHandlers({ strict }: Context, privileged: PrivilegedSchemes): ProtocolHandlers {
  const handlers = new Map<string, Handler>()

  function handle(scheme: string, handler: Handler): void {
    strict.need(!handlers.has(scheme), `protocol.handle: the scheme “${scheme}” is handled already.`)
    strict.need(/^[a-z][a-z0-9+.-]*$/.test(scheme), `protocol.handle: “${scheme}” is no scheme.`)
    strict.need(typeof handler === 'function', 'protocol.handle needs a handler.')
    handlers.set(scheme, handler)
  }

  function unhandle(scheme: string): void {
    strict.need(handlers.has(scheme), `protocol.unhandle: the scheme “${scheme}” is not handled.`)
    handlers.delete(scheme)
  }

  const methods: Pick<Protocol, 'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'> = {
    handle,
    unhandle,
    isProtocolHandled: (scheme) => handlers.has(scheme) || isBuiltIn(scheme),
    registerSchemesAsPrivileged: privileged.register,
  }
  // The interceptors and the deprecated register functions are not among ours.
  return { protocol: methods as Protocol, find: (scheme) => handlers.get(scheme) }
}

export interface PrivilegedSchemes {
  register(schemes: CustomScheme[]): void
  /** Whether the scheme's addresses have a host and a path. */
  isStandard(scheme: string): boolean
}

/** May be told once, before the app is ready. */
export function createPrivilegedSchemes({ strict, life }: Pick<Context, 'strict' | 'life'>): PrivilegedSchemes {
  const told: CustomScheme[][] = []

  function register(schemes: CustomScheme[]): void {
    strict.need(!life.isReady(), 'protocol.registerSchemesAsPrivileged can only be called before the app is ready.')
    strict.need(told.length === 0, 'protocol.registerSchemesAsPrivileged can be called only once.')
    for (const each of schemes) {
      strict.needKnownOptions('CustomScheme', each, 'A custom scheme')
      strict.needKnownOptions('Privileges', each.privileges ?? {}, 'A custom scheme’s privileges')
    }
    told.push(schemes)
  }

  return {
    register,
    isStandard: (scheme) => told.flat().some((each) => each.scheme === scheme && each.privileges?.standard === true),
  }
}
