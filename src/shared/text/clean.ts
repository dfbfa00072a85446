/** What no receiver shows and some refuse: control characters but tab and line end, and halves of a pair. */

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const LINE_END = /\r\n?|\u2028|\u2029/g
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/** Text with `\n` between its lines and nothing in it that a receiver would refuse; all else stays as it is. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(LINE_END, '\n').replace(CONTROL, '')
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(BREAKS, ' ')).trim()
}

/** Title and body as every receiver takes them; there always is a title. */
export function cleanMessage(message: { readonly title: string; readonly body: string }): {
  readonly title: string
  readonly body: string
} {
  const body = cleanText(message.body)
  return { title: cleanLine(message.title) || 'Tidemark', body: body.trim() === '' ? '' : body }
}
