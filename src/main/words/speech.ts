import type { Decimal } from '../../shared/decimal.ts'
import {
  formatAmount,
  formatPercent,
  formatRounded,
  HIDDEN,
  readLocale,
  UNKNOWN,
  withoutTail,
  withSign,
} from '../../shared/format/amount.ts'
import type { Time } from '../../shared/ids.ts'
import type { Language, Sentence } from '../../shared/sentence.ts'
import { createTranslate } from '../../shared/translate.ts'
import { createSay, type Say } from './say.ts'

/** A sentence as rows carry it, where its id is text. */
export interface SaidSentence {
  readonly id: string
  readonly values: Readonly<Record<string, string>>
}

/** Everything that decides how tray and notices speak to this user. */
export interface Speech {
  readonly say: Say
  sentence(said: SaidSentence): string
  /** A price: public, so shown in privacy mode too. */
  price(price: Decimal): string
  /** An amount with its own digits; dots in privacy mode, a dash when it is not known. */
  amount(amount: Decimal | null): string
  /** Money rounded to hundredths, gains with a plus; dots in privacy mode, a dash when it is not known. */
  gain(amount: Decimal | null): string
  money(amount: Decimal | null): string
  /** A fraction as a percentage with its sign. */
  percent(fraction: Decimal): string
  /** The time of day, without seconds. */
  clock(at: Time): string
  /** `3 minutes ago`, in the largest unit; never finer than a minute, so that what shows it seldom changes. */
  ago(ms: number): string
  /** `3 minutes`, `40 seconds`. */
  lasting(ms: number): string
}

/** The user's choices as they are now. */
export interface SpeechChoices {
  language(): Language
  /** IANA zone, `local` or `UTC`. */
  timeZone(): string
  amounts(): 'shown' | 'hidden'
}

/** Makes the speech for the user's choices; the same choices get the same one. */
export function createSpeeches(user: SpeechChoices): () => Speech {
  const made = { key: '', speech: null as Speech | null }
  return () => {
    const choices = [user.language(), user.timeZone(), user.amounts()] as const
    const key = choices.join(' ')
    if (made.speech !== null && made.key === key) return made.speech
    const speech = createSpeech(...choices)
    Object.assign(made, { key, speech })
    return speech
  }
}

/** @param zone an IANA zone, `UTC`, or `local` for this computer's */
export function createSpeech(language: Language, zone: string, amounts: 'shown' | 'hidden'): Speech {
  const locale = readLocale(language)
  const translate = createTranslate(language)
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short', hourCycle: 'h23', ...zoneOf(zone) })
  const since = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  const write = (amount: Decimal | null, how: (known: Decimal) => string): string =>
    amount === null ? UNKNOWN : amounts === 'hidden' ? HIDDEN : how(amount)
  return {
    say: createSay(language),
    // Rows are written by our own engine, which knows no other ids.
    sentence: (said) => translate(said as Sentence),
    price: (price) => formatAmount(withoutTail(price), locale),
    amount: (amount) => write(amount, (known) => formatAmount(withoutTail(known), locale)),
    gain: (amount) => write(amount, (known) => withSign(formatRounded(known, 2, locale), known)),
    money: (amount) => write(amount, (known) => formatRounded(known, 2, locale)),
    percent: (fraction) => withSign(formatPercent(fraction, 2, locale), fraction),
    clock: (at) => clock.format(at),
    ago: (ms) => {
      const { count, unit } = largest(Math.max(60_000, ms))
      return since.format(-count, unit)
    },
    lasting: (ms) => {
      const { count, unit } = largest(ms)
      return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
    },
  }
}

export function zoneOf(zone: string): { readonly timeZone?: string } {
  return zone === 'local' ? {} : { timeZone: zone }
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

interface Largest {
  readonly count: number
  readonly unit: 'day' | 'hour' | 'minute' | 'second'
}

function largest(ms: number): Largest {
  for (const [unit, each] of UNITS) if (ms >= each) return { count: Math.floor(ms / each), unit }
  return { count: Math.max(1, Math.floor(ms / 1000)), unit: 'second' }
}
