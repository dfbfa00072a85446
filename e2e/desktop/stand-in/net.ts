import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Net } from 'electron'
import { createClientRequest } from './client-request.ts'
import type { Context } from './context.ts'
import type { Sessions } from './sessions.ts'
import { schemeOf } from './page-fetch.ts'

export interface NetControls {
  readonly net: Net
  setOnline(isOnline: boolean): void
}

export function createNet(context: Context, sessions: Sessions): NetControls {
  const { strict, life } = context
  const state = { isOnline: true }

  const fetchAny: Net['fetch'] = async (input, init) => {
    strict.need(life.isReady(), 'net.fetch can only be used once the app is ready.')
    const request = new Request(input, init)
    const scheme = schemeOf(request.url)
    if (scheme === 'file') return fetchFile(request.url)
    const handle =
      init?.bypassCustomProtocolHandlers === true ? undefined : sessions.of(undefined).handlers.find(scheme)
    return handle === undefined ? fetch(request) : handle(request)
  }

  const request: Net['request'] = (asked) => {
    strict.need(life.isReady(), 'net.request can only be used once the app is ready.')
    const options = typeof asked === 'string' ? { url: asked } : asked
    const { connections } = sessions.of(options.session)
    return createClientRequest(options, { isOnline: () => state.isOnline, connections, forbid: strict.forbid })
  }

  const methods: Partial<Net> = {
    fetch: fetchAny,
    request,
    isOnline: () => state.isOnline,
    get online() {
      return state.isOnline
    },
  }
  return { net: methods as Net, setOnline: (isOnline) => void (state.isOnline = isOnline) } // sockets and host look-ups are not among ours
}

/** Chromium names the type by the file's ending. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
}

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type } })
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  }
}
