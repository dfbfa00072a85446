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

/** What stands in the place of a tag, by its name; nothing for all others. */
const BREAKS: Readonly<Record<string, string>> = {
  ...named(['br', 'ul', 'ol', 'tr', 'div', 'pre', 'blockquote'], '\n'),
  ...named(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'], '\n\n'),
}

export function looksLikeMarkup(text: string): boolean {
  return /<\/?[a-z][^<>]*>/i.test(text)
}

/**
 * The text of HTML, for reading; the page shows it as text whatever it holds. Every character is looked at once, so
 * that no markup, however made, holds up the program.
 */
export function textOfMarkup(html: string): string {
  const parts: string[] = []
  let at = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    const { text, end } = readTag(html, open)
    parts.push(readEntities(html.slice(at, open)), text)
    at = end
  }
  return [...parts, readEntities(html.slice(at))].join('')
}

interface Tag {
  readonly text: string
  /** Where what follows begins. */
  readonly end: number
}

function readTag(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) return { text: '', end: after(html, '-->', open) }
  const [, slash = '', name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20)) ?? []
  if (name === undefined) return { text: '<', end: open + 1 }
  const tag = name.toLowerCase()
  const end = after(html, '>', open)
  if (slash === '' && (tag === 'script' || tag === 'style')) return { text: '', end: after(html, `</${tag}>`, end) }
  return { text: tag === 'li' ? itemMark(slash) : (BREAKS[tag] ?? ''), end }
}

function itemMark(slash: string): string {
  return slash === '' ? '\n• ' : ''
}

/** Past the next mark, or the end of everything where it never comes. */
function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function readEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => readEntity(name) ?? whole)
}

function readEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

function named(names: readonly string[], text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, text]))
}
