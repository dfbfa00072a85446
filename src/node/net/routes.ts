import type { Log } from '../../engine/ports/log.ts'
import { direct, isLoopback, routeByEnvironment, routeByPac, type Environment, type Route } from './proxy-choice.ts'

/** Decides for REST and WebSocket alike whether an address is reached through a proxy. */
export interface Routes {
  routeFor(url: URL): Promise<Route>
}

interface RoutesOptions {
  readonly environment: Environment
  /** The system's own answer in PAC words, where a host can ask for it (Electron's `session.resolveProxy`). */
  readonly resolveProxy?: ((url: string) => Promise<string>) | undefined
  readonly hide: (secret: string) => void
  readonly log: Log
}

/** The environment decides if it names a proxy; else the system, if it can be asked; else the way is direct. */
export function createRoutes({ environment, resolveProxy, hide, log }: RoutesOptions): Routes {
  async function bySystem(url: URL): Promise<Route> {
    if (resolveProxy === undefined) return direct
    try {
      return routeByPac(await resolveProxy(asHttp(url)))
    } catch {
      log.warn('the system’s proxy settings could not be read', { host: url.host })
      return direct
    }
  }

  return {
    routeFor: async (url) => {
      if (isLoopback(url)) return direct
      const route = routeByEnvironment(url, environment) ?? (await bySystem(url))
      if (route.kind === 'proxy') hide(decodeURIComponent(route.proxy.password))
      return route
    },
  }
}

/** Proxy settings are made for web pages; a script in them may know no other scheme. */
function asHttp({ protocol, host, pathname }: URL): string {
  return `${protocol === 'wss:' || protocol === 'https:' ? 'https' : 'http'}://${host}${pathname}`
}
