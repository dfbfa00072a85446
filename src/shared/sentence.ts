import type { sentences } from './sentences/all.ts'

export type SentenceKey = keyof typeof sentences
export type Language = 'en' | 'ru' | 'bg'

/** One message in every language we speak; `{{name}}` marks a value. Leaving a language out does not compile. */
export type Words = Readonly<Record<Language, string>>

/**
 * A message to a person, not yet in a language: the id of a template in `sentences/` and the values it names.
 * It is translated where it is shown (page, command line, notification), so the engine knows no language.
 */
export interface Sentence {
  readonly id: SentenceKey
  readonly values: Readonly<Record<string, string>>
}

export function sentence(id: SentenceKey, values: Readonly<Record<string, string>> = {}): Sentence {
  return { id, values }
}
