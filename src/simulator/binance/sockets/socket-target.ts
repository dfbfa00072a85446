import { splitTarget } from '../rest/parameters.ts'

export type Framing = 'raw' | 'combined'

/** Whose events a private socket asked for. `events` null: none were named. */
export interface KeyWish {
  readonly listenKey: string
  readonly events: readonly string[] | null
  /** `path` is the old form `/private/ws/<key>`, which the real venue accepts and leaves silent. */
  readonly form: 'query' | 'path'
}

export type SocketTarget =
  | {
      readonly kind: 'market'
      readonly route: 'public' | 'market'
      readonly framing: Framing
      readonly streams: readonly string[]
    }
  | { readonly kind: 'private'; readonly framing: Framing; readonly keys: readonly KeyWish[] }

const PATH = /^(?:\/(public|market|private))?\/(ws|stream)(?:\/(.*))?$/

/** What a handshake asks for; null when no such path exists. A path without a route behaves as `/public`. */
export function parseSocketTarget(target: string): SocketTarget | null {
  const { path, query } = splitTarget(target)
  const match = PATH.exec(path)
  if (match === null) return null
  const [, route = 'public', mode, rest = ''] = match
  const framing = mode === 'stream' ? 'combined' : 'raw'
  const pairs = query === '' ? [] : query.split('&').map(pair)
  if (route === 'private') return { kind: 'private', framing, keys: keyWishes(pairs, rest) }
  const streams = streamList([rest, ...pairs.filter(([name]) => name === 'streams').map(([, value]) => value)])
  if (streams === null) return null
  return { kind: 'market', route: route === 'market' ? 'market' : 'public', framing, streams }
}

/** A comma between streams breaks the handshake on the venue; so it does here. */
function streamList(parts: readonly string[]): readonly string[] | null {
  const streams = parts.flatMap((part) => plain(part).split('/')).filter((stream) => stream !== '')
  return streams.some((stream) => stream.includes(',')) ? null : streams
}

/** Each `events` belongs to the `listenKey` before it; one that comes first belongs to the first key. */
function keyWishes(pairs: readonly (readonly [string, string])[], rest: string): readonly KeyWish[] {
  if (rest !== '') return [{ listenKey: plain(rest), events: null, form: 'path' }]
  const wishes: KeyWish[] = []
  let early: readonly string[] | null = null
  for (const [name, value] of pairs) {
    if (name === 'listenKey') {
      wishes.push({ listenKey: plain(value), events: wishes.length === 0 ? early : null, form: 'query' })
    } else if (name === 'events') {
      const events = plain(value).split('/')
      const last = wishes.pop()
      if (last === undefined) early = events
      else wishes.push({ ...last, events })
    }
  }
  return wishes
}

function pair(text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
