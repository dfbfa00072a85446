/** A text as UTF-8 where no host lends an encoder; half of a pair becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.toWellFormed())
  const bytes: number[] = []
  for (let at = 0; at < escaped.length; at += escaped[at] === '%' ? 3 : 1)
    bytes.push(escaped[at] === '%' ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at))
  return Uint8Array.from(bytes)
}
