import { fail, type Failure, type Result } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'

/** A command that cannot be carried out, in a sentence. */
export function refuse(id: SentenceKey, values: Readonly<Record<string, string>> = {}): Result<never> {
  const failure: Failure = { code: 'invalid', sentence: sentence(id, values) }
  return fail(failure)
}
