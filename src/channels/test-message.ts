import type { Message } from '../engine/ports/channel.ts'
import type { Time } from '../shared/ids.ts'
import { sentence, type Language } from '../shared/sentence.ts'
import { createTranslate } from '../shared/translate.ts'

/** What the test button sends. Each press needs a key of its own, or the second one counts as a repetition. */
export function testMessage(language: Language, { key, at }: { readonly key: string; readonly at: Time }): Message {
  const translate = createTranslate(language)
  return {
    key,
    severity: 'info',
    loudness: 'loud',
    title: translate(sentence('channel.test-title')),
    body: translate(sentence('channel.test-body')),
    at,
    place: { tab: 'alerts', account: null, instrument: null },
    facts: { kind: 'test' },
    attachments: [],
  }
}
