import type { Time } from '../../shared/ids.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Message } from '../ports/channel.ts'
import { headed, type Desk } from './compose.ts'

/** What a channel's test button sends. Each press is a message of its own. */
export function testMessage(channel: string, now: Time, desk: Desk): Message {
  const { translate, mode } = desk
  return {
    key: `test ${channel} ${now}`,
    severity: 'info',
    loudness: 'loud',
    title: headed('info', translate(sentence('channel.test-title')), desk),
    body: translate(sentence('channel.test-body')),
    at: now,
    place: { tab: 'alerts', account: null, instrument: null },
    facts: { kind: 'test', mode },
    alerts: [],
    attachments: [],
  }
}
