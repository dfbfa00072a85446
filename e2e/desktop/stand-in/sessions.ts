import type { Protocol, session as DeclaredSession, Session } from 'electron'
import type { Context } from './context.ts'
import type { PrivilegedSchemes } from './protocol-handlers.ts'
import { createSession, type OneSession } from './session.ts'

export interface Sessions {
  readonly session: typeof DeclaredSession
  readonly protocol: Protocol
  /** What the stand-in knows of a session; the default one for undefined. */
  of(session: Session | undefined): OneSession
  partition(name: string): OneSession
  /** Handlers set on the default session. */
  handlerNames(): readonly string[]
}

export function createSessions(context: Context, privileged: PrivilegedSchemes): Sessions {
  const { strict, life } = context
  const byName = new Map<string, OneSession>()

  function partition(name: string): OneSession {
    strict.need(life.isReady(), 'Session can only be received when app is ready.')
    const found = byName.get(name) ?? createSession(context, privileged, name === '' || name.startsWith('persist:'))
    byName.set(name, found)
    return found
  }

  function of(session: Session | undefined): OneSession {
    const found = session === undefined ? partition('') : [...byName.values()].find((each) => each.session === session)
    return found ?? strict.forbid('The session is none of this app’s.')
  }

  const session = {
    get defaultSession() {
      return partition('').session
    },
    fromPartition: (name, options) => {
      strict.needKnownOptions('FromPartitionOptions', options ?? {}, 'session.fromPartition')
      return partition(name).session
    },
  } satisfies Pick<typeof DeclaredSession, 'defaultSession' | 'fromPartition'>

  return {
    session: session as unknown as typeof DeclaredSession, // sessions by path are not among ours
    protocol: createDefaultProtocol(privileged, () => partition('')),
    of,
    partition,
    handlerNames: () => byName.get('')?.handlerNames() ?? [],
  }
}

/** `protocol` of the module: the schemes of the app, and the default session's own protocol. */
function createDefaultProtocol(privileged: PrivilegedSchemes, main: () => OneSession): Protocol {
  const methods: Pick<Protocol, 'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'> = {
    handle: (scheme, handler) => main().session.protocol.handle(scheme, handler),
    unhandle: (scheme) => main().session.protocol.unhandle(scheme),
    isProtocolHandled: (scheme) => main().session.protocol.isProtocolHandled(scheme),
    registerSchemesAsPrivileged: privileged.register,
  }
  return methods as Protocol // the deprecated register functions are not among ours
}
