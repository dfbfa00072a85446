/** Where a request may go: encrypted, or to a machine that is near. */
export interface Address {
  /** Without user and password. May hold secrets in path and query. */
  readonly url: string
  /** What may be shown. */
  readonly host: string
  readonly path: string
  /** Of an address that named a user and a password. */
  readonly authorization: string | null
}

export type AddressProblem = 'not-an-address' | 'not-encrypted'

export type AddressAnswer =
  | { readonly ok: true; readonly address: Address }
  | { readonly ok: false; readonly problem: AddressProblem; readonly host: string }

/** How far unencrypted HTTP may reach: this computer only, or the networks nobody can reach from outside as well. */
export type Reach = 'loopback' | 'private'

const LONGEST = 2000
const LOOPBACK = [/^127(\.\d{1,3}){3}$/, /^\[::1\]$/, /^localhost$/, /\.localhost$/]
/** RFC 1918, RFC 6598 (private overlays), RFC 4193 and link-local IPv6; names that are never public. */
const PRIVATE = [
  /^10(\.\d{1,3}){3}$/,
  /^192\.168(\.\d{1,3}){2}$/,
  /^172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}$/,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])(\.\d{1,3}){2}$/,
  /^\[f[cd][0-9a-f]{2}:/,
  /^\[fe[89ab][0-9a-f]:/,
  /\.(local|internal|home\.arpa)$/,
]

export function readAddress(text: string, reach: Reach): AddressAnswer {
  const url = text.length > LONGEST ? null : URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return { ok: false, problem: 'not-an-address', host: '' }
  if (url.protocol === 'http:' && !isNear(url.hostname, reach)) {
    return { ok: false, problem: 'not-encrypted', host: url.host }
  }
  return { ok: true, address: addressOf(url) }
}

/** URL has written the host in one form already: lower case, numbers of an IPv4 address in decimal. */
function isNear(hostname: string, reach: Reach): boolean {
  const near = reach === 'loopback' ? LOOPBACK : [...LOOPBACK, ...PRIVATE]
  return near.some((form) => form.test(hostname))
}

function addressOf(url: URL): Address {
  const bare = new URL(url.href)
  bare.username = ''
  bare.password = ''
  bare.hash = ''
  return { url: bare.href, host: url.host, path: bare.pathname, authorization: authorizationOf(url) }
}

function authorizationOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  const pair = `${decode(username)}:${decode(password)}`
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Everything in an address that a receiver could repeat and nobody else may read. */
export function secretsOf({ url, authorization }: Address): readonly string[] {
  const { href, pathname, search, searchParams } = new URL(url)
  const inPath = pathname.split('/').flatMap((segment) => [segment, decode(segment)])
  const found = [href, pathname + search, pathname, search, ...inPath, ...searchParams.values(), authorization ?? '']
  return found.filter((secret) => secret.length > 1)
}
