import { looksLikeMarkup, textOfMarkup } from './markup.ts'

/** What a row holds of them. */
const NOTES_MAX = 20_000
/** Beyond this nothing is even read: a feed may send as much as it likes. */
const READ_MAX = 200_000
const VERSIONS_MAX = 50

/**
 * Release notes as plain text: a feed gives text, HTML (releases on GitHub), or a list with the notes of every version
 * in between. Null where there is nothing to read.
 */
export function plainNotes(notes: unknown): string | null {
  const parts = Array.isArray(notes) ? notes.slice(0, VERSIONS_MAX).map(noteOfVersion) : [plain(notes)]
  const text = tidy(parts.join('\n\n'))
  if (text === '') return null
  return text.length <= NOTES_MAX ? text : `${text.slice(0, NOTES_MAX - 1)}…`
}

function noteOfVersion(each: unknown): string {
  if (typeof each !== 'object' || each === null) return ''
  const { version, note } = each as { readonly version?: unknown; readonly note?: unknown } // a feed's own shape
  const said = tidy(plain(note))
  return said === '' || typeof version !== 'string' ? said : `${version.slice(0, 40)}\n${said}`
}

function plain(note: unknown): string {
  if (typeof note !== 'string') return ''
  const text = note.slice(0, READ_MAX)
  return withoutControls(looksLikeMarkup(text) ? textOfMarkup(text) : text)
}

/** Control characters, and those that turn the direction of text around. */
function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]/gu, '')
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
