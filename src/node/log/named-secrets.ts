import { HIDDEN } from './known-secrets.ts'

/** Whatever stands under one of these names is hidden, whoever logged it and in whatever notation. */
const NAMES = [
  'api[-_]?key',
  'api[-_]?secret',
  'secret',
  'signature',
  'sign',
  'passphrase',
  'password',
  'token',
  'authorization',
  'proxy-authorization',
  'cookie',
  'listen[-_]?key',
  'x-bapi-[a-z-]+',
  'x-mbx-apikey',
].join('|')

/** "name":"value" in JSON … */
const IN_JSON = new RegExp(`("(?:${NAMES})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*(")`, 'gi')
/** … and in JSON that is itself the text of a field, where every quote and backslash has one more before it. */
const IN_QUOTED_JSON = new RegExp(
  `(\\\\"(?:${NAMES})\\\\"\\s*:\\s*\\\\")(?:[^"\\\\]|\\\\\\\\(?:\\\\.|[^"\\\\]))*(\\\\")`,
  'gi',
)
/** name=value in a query string or a sentence. */
const IN_QUERY = new RegExp(`(\\b(?:${NAMES})=)[^&\\s"'\\\\]+`, 'gi')
/** Name: value as a header is printed, up to the end of the quoted text. */
const IN_HEADER = new RegExp(`(\\b(?:${NAMES}):\\s+)[^"\\\\\\r\\n,;]+`, 'gi')
/** https://user:password@host. */
const IN_URL = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"'@\\]+@/gi

export function redactNamed(line: string): string {
  return line
    .replace(IN_JSON, `$1${HIDDEN}$2`)
    .replace(IN_QUOTED_JSON, `$1${HIDDEN}$2`)
    .replace(IN_QUERY, `$1${HIDDEN}`)
    .replace(IN_HEADER, `$1${HIDDEN}`)
    .replace(IN_URL, `$1${HIDDEN}@`)
}
