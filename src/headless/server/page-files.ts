import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, isAbsolute, join, relative } from 'node:path'
import { pageHeaders } from '../../shared/page-policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** Finds the built file a path means; null when there is none or it would lie outside the build. */
export async function findPageFile(root: string, path: string): Promise<string | null> {
  const wanted = decode(path === '/' ? '/index.html' : path)
  if (wanted === null || wanted.includes('\0')) return null
  try {
    const [file, base] = await Promise.all([realpath(join(root, wanted)), realpath(root)])
    const inside = relative(base, file)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
    return (await stat(file)).isFile() && TYPES[extname(file)] !== undefined ? file : null
  } catch {
    return null
  }
}

/** Sends a file of the page. Names with a content hash never change, everything else is asked for again. */
export function sendPageFile(response: ServerResponse, file: string): void {
  const hashed = /-[\w-]{8,}\.\w+$/.test(file)
  response.writeHead(200, {
    ...pageHeaders("'self'"),
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
