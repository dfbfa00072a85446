/** What a row holds of them. */
const NOTES_MAX = 20_000
/** Markup beyond this is not even read: a feed may send as much as it likes. */
const READ_MAX = 200_000

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/**
 * Release notes as plain text: a feed gives text, HTML (releases on GitHub), or a list with the notes of every version
 * in between. Null where there is nothing to read.
 */
export function plainNotes(notes: unknown): string | null {
  const text = Array.isArray(notes) ? notes.map(noteOfVersion).join('\n\n') : plain(notes)
  const tidy = text
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (tidy === '') return null
  return tidy.length <= NOTES_MAX ? tidy : `${tidy.slice(0, NOTES_MAX - 1)}…`
}

function noteOfVersion(each: unknown): string {
  if (typeof each !== 'object' || each === null) return ''
  const { version, note } = each as { readonly version?: unknown; readonly note?: unknown } // a feed's own shape
  const said = plain(note)
  return said === '' ? '' : `${typeof version === 'string' ? version.slice(0, 40) : ''}\n${said}`
}

function plain(note: unknown): string {
  if (typeof note !== 'string') return ''
  const text = note.slice(0, READ_MAX).replace(/\r\n?/g, '\n')
  return /<\/?[a-z][^<>]*>/i.test(text) ? fromMarkup(text) : withoutControls(text)
}

/** The page shows it as text whatever it holds; this is for reading, not for safety. */
function fromMarkup(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<br\b[^>]*>|<\/?(?:ul|ol|tr|div|pre|blockquote)\b[^>]*>/gi, '\n')
    .replace(/<\/?(?:p|h[1-6]|table)\b[^>]*>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => readEntity(name) ?? whole)
  return withoutControls(text)
}

function readEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

/** Control characters, and those that turn the direction of text around. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, '')
}
