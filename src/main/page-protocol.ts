import { net, protocol, type Session } from 'electron'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pageHeaders } from '../shared/page-policy.ts'
import { PAGE_ORIGIN } from './page-origin.ts'

/** Must run before the app is ready: the page's scheme is a secure origin of its own. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page at `app://main/` and nothing outside its folder; every other scheme is refused. */
export function servePage(session: Session, pageRoot: string): void {
  session.protocol.handle('app', (request) => respond(request, pageRoot))
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }))
}

/** The page has no network: its own files, and pictures it made itself. */
export function isAllowed(url: string): boolean {
  return url.startsWith(`${PAGE_ORIGIN}/`) || url.startsWith('devtools://') || url.startsWith(`blob:${PAGE_ORIGIN}/`)
}

async function respond(request: Request, pageRoot: string): Promise<Response> {
  const url = URL.parse(request.url)
  if (request.method !== 'GET' || url?.host !== 'main') return new Response(null, { status: 403 })
  const file = await findInside(pageRoot, url.pathname === '/' ? '/index.html' : url.pathname)
  if (file === null) return new Response(null, { status: 404 })
  const found = await net.fetch(pathToFileURL(file).href)
  const headers = new Headers(found.headers)
  for (const [name, value] of Object.entries(pageHeaders("'none'"))) headers.set(name, value)
  return new Response(found.body, { status: found.status, headers })
}

/** The real file a path means, or null when there is none or it lies outside the folder; links and `..` are resolved first. */
export async function findInside(root: string, path: string): Promise<string | null> {
  try {
    const [file, base] = await Promise.all([realpath(join(root, decodeURIComponent(path))), realpath(root)])
    const inside = relative(base, file)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
    return (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}
