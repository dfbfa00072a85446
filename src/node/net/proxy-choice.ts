/** How one address is reached. A proxy's URL may hold its password: it goes to the agents and nowhere else. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: URL }
  /** A proxy is set that we cannot speak to; going round it unasked would be wrong. */
  | { readonly kind: 'unusable'; readonly scheme: string; readonly address: string }

export type Environment = Readonly<Record<string, string | undefined>>

export const direct: Route = { kind: 'direct' }

/**
 * What HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say of an address, in lower case first as curl reads them.
 * WebSocket addresses count as their HTTP kin. Null: the environment names no proxy at all.
 */
export function routeByEnvironment(url: URL, environment: Environment): Route | null {
  const secure = url.protocol === 'https:' || url.protocol === 'wss:'
  const proxy = read(environment, secure ? 'https_proxy' : 'http_proxy') ?? read(environment, 'all_proxy')
  const exceptions = read(environment, 'no_proxy') ?? ''
  if (proxy === null) return null
  return isExcepted(url, exceptions) ? direct : routeThrough(proxy)
}

/** What a system says in the words of a PAC file: `PROXY host:port; HTTPS host:port; SOCKS5 host:port; DIRECT`. */
export function routeByPac(answer: string): Route {
  const routes = answer
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(pacEntry)
  return routes.find((route) => route.kind !== 'unusable') ?? routes[0] ?? direct
}

/** Our own machine is never behind a proxy. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}

/** Names a proxy without its credentials. */
export function addressOf(proxy: URL): string {
  return proxy.host
}

function read(environment: Environment, name: string): string | null {
  const value = (environment[name] ?? environment[name.toUpperCase()])?.trim()
  return value === undefined || value === '' ? null : value
}

function pacEntry(entry: string): Route {
  const [kind = '', address = ''] = entry.split(/\s+/)
  switch (kind.toUpperCase()) {
    case 'DIRECT':
      return direct
    case 'PROXY':
    case 'HTTP':
      return routeThrough(`http://${address}`)
    case 'HTTPS':
      return routeThrough(`https://${address}`)
    default:
      return { kind: 'unusable', scheme: kind, address }
  }
}

function routeThrough(text: string): Route {
  const proxy = URL.parse(text.includes('://') ? text : `http://${text}`)
  if (proxy === null || proxy.hostname === '') return { kind: 'unusable', scheme: 'unreadable', address: '?' }
  if (proxy.protocol === 'http:' || proxy.protocol === 'https:') return { kind: 'proxy', proxy: decodable(proxy) }
  return { kind: 'unusable', scheme: proxy.protocol.slice(0, -1), address: addressOf(proxy) }
}

/** A password with a stray percent sign is meant as it stands; the agents would throw where nobody catches. */
function decodable(proxy: URL): URL {
  const safe = new URL(proxy)
  safe.username = escaped(proxy.username)
  safe.password = escaped(proxy.password)
  return safe
}

function escaped(text: string): string {
  try {
    decodeURIComponent(text)
    return text
  } catch {
    return encodeURIComponent(text)
  }
}

function isExcepted(url: URL, exceptions: string): boolean {
  return exceptions.split(/[\s,]+/).some((exception) => exception !== '' && matches(url, exception.toLowerCase()))
}

/** `*`, a name with everything under it (`example.com`, `.example.com`, `*.example.com`), each with a port or without. */
function matches(url: URL, exception: string): boolean {
  if (exception === '*') return true
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(exception) ?? []
  if (port !== undefined && port !== portOf(url)) return false
  const bare = name.replace(/^\*?\./, '')
  return url.hostname === bare || url.hostname.endsWith(`.${bare}`)
}

function portOf(url: URL): string {
  if (url.port !== '') return url.port
  return url.protocol === 'https:' || url.protocol === 'wss:' ? '443' : '80'
}
