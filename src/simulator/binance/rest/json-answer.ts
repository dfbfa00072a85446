import type { Answer } from '../../face.ts'

/** An answer with a JSON body; header names in lower case. */
export function jsonAnswer(status: number, payload: unknown, more: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...more }, body: JSON.stringify(payload) }
}
