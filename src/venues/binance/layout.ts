/** A member of a frame: its name, and what stands there. Only those that are not skipped are captured. */
export type Member = readonly [name: string, kind: keyof typeof KINDS]

const WHOLE = '(?:0|[1-9][0-9]{0,14})'
const AMOUNT = '-?[0-9]{1,30}(?:\\.[0-9]{1,30})?'
/** Without escapes and control characters, so that it means itself. */
const TEXT = '[^"\\\\\\x00-\\x1f]{0,64}'

const KINDS = {
  whole: `(${WHOLE})`,
  'skipped-whole': WHOLE,
  amount: `"(${AMOUNT})"`,
  'amount-or-none': `"((?:${AMOUNT})?)"`,
  text: `"(${TEXT})"`,
  'skipped-text': `"${TEXT}"`,
} as const

/**
 * A pattern that decodes and checks a whole frame in one go, in a fraction of the time that parsing it takes: these
 * members in this order, no other, and at most the mark of our own market place behind them. `st` of COIN-M is 2.
 */
export function layout(event: string, members: readonly Member[]): (text: string) => RegExpExecArray | null {
  const start = `{"e":"${event}"`
  const rest = members.map(([name, kind]) => `,"${name}":${KINDS[kind]}`).join('')
  const pattern = new RegExp(`^\\{"e":"${event}"${rest}(?:,"st":1)?\\}$`)
  return (text) => (text.startsWith(start) ? pattern.exec(text) : null)
}
