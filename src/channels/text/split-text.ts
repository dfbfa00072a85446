/** How much of a receiver's limit a piece of text takes: UTF-16 units, bytes, or what it is once escaped. */
export type Weigh = (piece: string) => number

export interface Limit {
  readonly limit: number
  readonly weigh: Weigh
}

interface Piece {
  readonly text: string
  readonly weight: number
}

export const utf16Units: Weigh = (piece) => piece.length
export const utf8Bytes: Weigh = (piece) => Buffer.byteLength(piece, 'utf8')

/**
 * The text in parts within the limit, each as long as it can be: cut after a line end, else after a space, where
 * that leaves at least half a part, else between two characters as a reader sees them. Together they are the text.
 */
export function splitText(text: string, limit: Limit): readonly string[] {
  const pieces = piecesOf(text, limit)
  const parts: string[] = []
  for (let start = 0; start < pieces.length;) {
    const end = endOfPart(pieces, start, limit.limit)
    parts.push(textOf(pieces, start, end))
    start = end
  }
  return parts
}

/** The parts in which there is something to see; receivers refuse the others. */
export function visible(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => part.trim() !== '')
}

/** Characters as a reader sees them; one that alone is over the limit falls into its code points. */
function piecesOf(text: string, { limit, weigh }: Limit): readonly Piece[] {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)
  const weighed = (piece: string): Piece => ({ text: piece, weight: weigh(piece) })
  return Array.from(segments, ({ segment }) => weighed(segment)).flatMap((piece) =>
    piece.weight > limit ? Array.from(piece.text, weighed) : [piece],
  )
}

function endOfPart(pieces: readonly Piece[], start: number, limit: number): number {
  const full = endOfRoom(pieces, start, limit)
  if (full === pieces.length) return full
  const least = endOfRoom(pieces, start, limit / 2)
  return cutAfter(pieces, least, full, '\n') ?? cutAfter(pieces, least, full, ' ') ?? full
}

/** The first index that no longer fits; at least one piece always does. */
function endOfRoom(pieces: readonly Piece[], start: number, limit: number): number {
  let end = start
  for (let weight = 0; end < pieces.length; end += 1) {
    weight += pieces[end]?.weight ?? 0
    if (weight > limit) break
  }
  return Math.max(end, start + 1)
}

function cutAfter(pieces: readonly Piece[], least: number, full: number, border: string): number | null {
  for (let end = full; end > least; end -= 1) if (pieces[end - 1]?.text === border) return end
  return null
}

function textOf(pieces: readonly Piece[], start: number, end: number): string {
  return pieces
    .slice(start, end)
    .map(({ text }) => text)
    .join('')
}
