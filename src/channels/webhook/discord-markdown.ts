import type { Weigh } from '../text/split-text.ts'

/** Signs Discord gives a meaning anywhere: formatting, mentions, links, spoilers. */
const ANYWHERE = /[\\*_~`|<>[\]]|:(?=[\w+~-]+:)/g
/** Headings, small text and lists, which begin a line. */
const LINE_BEGIN = /^(\s*)(#{1,3}|-#|[-+])(?=\s)/gm
/** Numbered lists are counted anew. */
const NUMBERED = /^(\s*\d+)\.(?=\s)/gm
const PERHAPS = /[\\*_~`|<>[\]:#+.-]/g

/** Text that Discord shows as it is: a backslash before a sign that is neither letter, digit nor space shows the sign. */
export function escapeMarkdown(text: string): string {
  return text.replace(ANYWHERE, '\\$&').replace(LINE_BEGIN, '$1\\$2').replace(NUMBERED, '$1\\.')
}

/** At most what a piece takes once escaped, wherever it stands. */
export const escapedUnits: Weigh = (piece) => piece.length + (piece.match(PERHAPS)?.length ?? 0)
