import type { Log } from '../../engine/ports/log.ts'

const SAID_MAX = 500

/** What electron-updater takes for a logger. */
export interface UpdaterLog {
  info(message?: unknown): void
  warn(message?: unknown): void
  error(message?: unknown): void
  debug(message: string): void
}

/** The updater's own words in our log: one line each, bounded, and without what an address may carry along. */
export function createUpdaterLog(log: Log): UpdaterLog {
  return {
    info: (message) => log.debug('updater', { said: tidy(message) }),
    warn: (message) => log.warn('updater', { said: tidy(message) }),
    error: (message) => log.warn('updater failed', { said: tidy(message) }),
    debug: (message) => log.debug('updater', { said: tidy(message) }),
  }
}

/** Addresses keep host and path; user, password, query and fragment may hold a token. */
export function tidy(message: unknown): string {
  const text = message instanceof Error ? message.message : String(message)
  const line = text.split('\n', 1)[0] ?? ''
  return line.replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)]+/gi, bare).slice(0, SAID_MAX)
}

function bare(address: string): string {
  const url = URL.parse(address)
  return url === null ? '<address>' : `${url.protocol}//${url.host}${url.pathname}`
}
