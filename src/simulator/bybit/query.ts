/** Parameters of a raw query, percent-decoded once. A name without value is absent. */
export type Query = Readonly<Record<string, string>>

export function parseQuery(raw: string): Query {
  const pairs = raw.split('&').flatMap((part): readonly (readonly [string, string])[] => {
    const equals = part.indexOf('=')
    return equals <= 0 || equals === part.length - 1 ? [] : [[part.slice(0, equals), decoded(part.slice(equals + 1))]]
  })
  return Object.fromEntries(pairs)
}

/** Text with its percent escapes read; malformed ones stay as they are. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The part after the question mark, exactly as sent. */
export function rawQuery(target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 ? '' : target.slice(mark + 1)
}

export function pathOf(target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 ? target : target.slice(0, mark)
}
