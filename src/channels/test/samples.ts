import fc from 'fast-check'
import type { Message } from '../../engine/ports/channel.ts'

/** A message of a test; what is not said is ordinary. */
export function sampleMessage(change: Partial<Message> = {}): Message {
  return {
    key: 'alert-1 telegram',
    severity: 'warning',
    loudness: 'loud',
    title: 'BTCUSDT rose above 84,021.50',
    body: 'Mark price 84,022.10\nAccount: Main',
    at: 1_795_000_000_000,
    place: { tab: 'alerts', account: null, instrument: null },
    facts: { kind: 'price-crosses', value: '84022.10', late: false },
    alerts: [],
    attachments: [],
    ...change,
  }
}

/** What people put into labels, and what breaks markup, encodings and counting. */
const AWKWARD = [
  '_ * [ ] < > & ` ~ | \\ # - + . ! ( ) { } = : @',
  '<b>no</b> &amp; &lt; [a](b) **c** __d__ ~~e~~ ||f|| `g` ```h```',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇧🇬é̂',
  'שלום עולם مرحبا بالعالم \u202emirrored\u202c',
  'Ликвидация — маржа „Основен“',
  '@everyone <@123> <!channel> #general :smile: /start $BTC',
  '# head\n- one\n- two\n3. three\n7. seven\n> quote\n-# small',
  '€'.repeat(40),
  '{{name}} ${x} %s \\n',
  '𝒳'.repeat(30),
  '=?utf-8?Q?=0D=0Aa?= =?utf-8?B?YQ==?=',
  '.\n..\n.\nQUIT\nFrom here',
]

const piece = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
  fc.constantFrom('\n', '\n\n', ' ', '   '),
)

/** Text of up to `longest` UTF-16 units, made of what breaks things. */
export function awkwardText(longest: number): fc.Arbitrary<string> {
  const times = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 }))
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), times)
    .map(([pieces, count]) => pieces.join('').repeat(count).slice(0, longest).toWellFormed())
}
