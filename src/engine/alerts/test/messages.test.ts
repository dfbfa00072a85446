import { describe, expect, it, test } from 'vitest'
import type { AbsenceRow, AlertRow } from '../../../shared/alert-rows.ts'
import { alertRow, webNotice } from '../../../shared/alert-rows.ts'
import { alertCondition } from '../../../shared/alert-conditions.ts'
import { decimal } from '../../../shared/decimal.ts'
import { HIDDEN, readLocale } from '../../../shared/format/amount.ts'
import type { Language } from '../../../shared/sentence.ts'
import { createTranslate } from '../../../shared/translate.ts'
import type { StoredDelivery } from '../../ports/alert-store.ts'
import type { Message } from '../../ports/channel.ts'
import { toldAbsence } from '../absence/told-absence.ts'
import { compose, type Desk } from '../compose.ts'
import { allClear } from '../heartbeat/all-clear.ts'
import { testMessage } from '../test-message.ts'
import { AMOUNT, alertOf, CASES, endsOf } from './every-alert.ts'
import { MAIN, START } from './rows.ts'

const SEVERITIES = ['info', 'warning', 'critical'] as const
const LANGUAGES = ['en', 'ru', 'bg'] as const
const OTHERS = ['ru', 'bg'] as const

function deskOf(language: Language, amounts: 'shown' | 'hidden'): Desk {
  const reader = { language, locale: readLocale(language), timeZone: 'UTC', privacy: amounts === 'hidden' }
  return { reader, translate: createTranslate(language), mode: 'live', now: START }
}

function parcelOf(alerts: readonly AlertRow[]) {
  const deliveries = alerts.map(({ alert }): StoredDelivery => ({
    alert,
    channel: 'hook',
    loudness: 'on',
    state: 'pending',
    key: 'key',
    tries: 0,
    createdAt: START,
    lastTriedAt: null,
    nextTryAt: START,
    deliveredAt: null,
    problem: null,
    insteadOf: null,
  }))
  return { channel: 'hook', key: 'key', deliveries, packing: 'kept' as const }
}

const absence: AbsenceRow = {
  account: null,
  from: START - 3_600_000,
  to: START,
  cause: 'sleep',
  fills: 3,
  funding: [{ asset: 'USDT', amount: decimal(`-${AMOUNT}.5`) }],
  pnl: [{ account: MAIN, currency: 'USDT', amount: decimal(`${AMOUNT}.5`) }],
  alerts: 2,
  blindMinutes: 60,
  readAt: null,
}
const daily = { now: START, timeZone: 'UTC', at: 0, accounts: 2, alerts: 1, undelivered: 0 }

/** Every alert there is, and what is told that no rule watches for. */
const ALERTS: readonly (readonly [name: string, alert: AlertRow])[] = [
  ...CASES.map((each) => [each[0], alertOf(each)] as const),
  ...CASES.flatMap(endsOf),
  ...(['sleep', 'offline', 'restart'] as const).map(
    (cause) => [`absence: ${cause}`, toldAbsence({ ...absence, cause }, '', START)] as const,
  ),
  ['absence: one account', toldAbsence({ ...absence, account: MAIN, cause: 'offline' }, 'Main', START)],
  ['all-clear', allClear('all-clear 1', daily)],
  ['late', { ...alertOf(CASES[0]!), late: true }],
]

const messageOf = (alerts: readonly AlertRow[], language: Language, amounts: 'shown' | 'hidden'): Message =>
  compose(alerts, parcelOf(alerts), deskOf(language, amounts), () => [])

const textOf = ({ title, body }: Pick<Message, 'title' | 'body'>): string => `${title}\n${body}`

/** What stands in no message in whatever language: a value that was not there, or a sentence that is not known. */
const BROKEN = /\{\{|\}\}|undefined|null|NaN|Invalid|\[object|alert\.|absence\.|all-clear\./

/** Names, what exchanges call things, and words that these languages write alike. */
const ALIKE = new Set('BTCUSDT USDT Main Venue TRANSFER IN PnL ROI MB Tidemark'.split(' '))

function englishIn(text: string): readonly string[] {
  return (text.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !ALIKE.has(word))
}

test('every kind of condition is among them', () => {
  const kinds = new Set(CASES.map(([, { kind }]) => kind))
  expect([...kinds].toSorted()).toEqual(alertCondition.options.map(({ shape }) => shape.kind.value).toSorted())
})

describe.each(ALERTS)('%s', (_, alert) => {
  it('is a row of the contract', () => {
    expect(alertRow.parse(alert)).toEqual(alert)
  })

  it.each(LANGUAGES)('is whole in %s and fits where it is shown', (language) => {
    for (const amounts of ['shown', 'hidden'] as const) {
      const message = messageOf([alert], language, amounts)
      expect(textOf(message)).not.toMatch(BROKEN)
      expect(message.title).not.toContain('\n')
      expect(message.title.length).toBeLessThan(120)
      expect(webNotice.shape.body.safeParse(message.body).success).toBe(true)
      expect(message.body.length).toBeLessThan(400)
    }
  })

  it.each(OTHERS)('is said in %s, not in English', (language) => {
    const [english, other] = [messageOf([alert], 'en', 'shown'), messageOf([alert], language, 'shown')]
    expect(other.title).not.toBe(english.title)
    for (const [at, line] of other.body.split('\n').entries()) expect(line).not.toBe(english.body.split('\n')[at])
    expect(englishIn(textOf(other))).toEqual([])
  })

  it.each(LANGUAGES)('hides its amounts in %s where they are hidden, and nothing else', (language) => {
    const [shown, hidden] = [messageOf([alert], language, 'shown'), messageOf([alert], language, 'hidden')]
    expect(textOf(hidden)).not.toContain(AMOUNT)
    expect(textOf(hidden).includes(HIDDEN)).toBe(textOf(shown).includes(AMOUNT))
    expect(JSON.stringify([hidden.facts, hidden.alerts])).not.toContain(AMOUNT)
  })
})

test('those that speak of money show it where it may be seen', () => {
  const withMoney = ALERTS.filter(([, alert]) => textOf(messageOf([alert], 'en', 'shown')).includes(AMOUNT))
  expect(withMoney.length).toBeGreaterThanOrEqual(18)
})

describe.each(LANGUAGES)('in %s', (language) => {
  it('a digest of all of them is whole, a line each', () => {
    const all = ALERTS.map(([, alert], at) => ({ ...alert, firedAt: START + at }))
    const { title, body } = messageOf(all, language, 'hidden')
    expect(`${title}\n${body}`).not.toMatch(BROKEN)
    expect(body.split('\n')).toHaveLength(all.length)
    expect(body).not.toContain(AMOUNT)
    expect(language === 'en' ? [] : englishIn(`${title}\n${body}`)).toEqual([])
  })

  it('a message says first how grave it is, and each line of a digest of its own', () => {
    const alerts = SEVERITIES.map((severity) => ({ ...ALERTS[0]![1], severity }))
    const marks = alerts.map((alert) => messageOf([alert], language, 'shown').title.split(' · ')[0] ?? '')
    expect(marks.map((mark) => /^(?:ℹ️|⚠️|🚨) \p{L}+$/u.test(mark))).toEqual([true, true, true])
    expect(new Set(marks).size).toBe(3)
    const { title, body } = messageOf(alerts, language, 'shown')
    expect(title.split(' · ')[0]).toBe(marks[2])
    expect(body.split('\n').map((line) => line.split(' · ')[1])).toEqual(marks)
  })

  it('a test says that it is one', () => {
    const message = testMessage('hook', START, deskOf(language, 'shown'))
    expect(textOf(message)).not.toMatch(BROKEN)
    expect(language === 'en' ? [] : englishIn(textOf(message))).toEqual([])
  })

  it('a demo says so first', () => {
    const [, alert] = ALERTS[0]!
    const message = compose([alert], parcelOf([alert]), { ...deskOf(language, 'shown'), mode: 'demo' }, () => [])
    expect(message.title).toMatch(/^DEMO · /)
  })
})

describe('an alert says besides', () => {
  const [, price] = ALERTS.find(([name]) => name === 'a price rose')!
  const [, margin] = ALERTS.find(([name]) => name === 'margin ratio')!

  it('what its user calls its rule, where he calls it anything', () => {
    const named = messageOf([{ ...price, ruleName: 'Take profit *1*' }], 'en', 'shown')
    expect(named.body).toMatch(/\nRule: Take profit \*1\*\.$/)
    expect(named.facts['ruleName']).toBe('Take profit *1*')
    expect(messageOf([price], 'en', 'shown').body).not.toContain('Rule')
  })

  it('on which exchange its contract or its account is', () => {
    expect(messageOf([price], 'en', 'shown').title).toContain('BTCUSDT (Venue) rose to')
    expect(messageOf([margin], 'en', 'shown').title).toContain('Main (Venue): the margin ratio')
  })
})

describe('a digest', () => {
  const [, margin] = ALERTS.find(([name]) => name === 'margin ratio')!
  const early = { ...margin, at: START - 86_400_000, firedAt: START - 1, late: true, ruleName: 'Mine' }
  const { body, alerts } = messageOf([margin, early], 'en', 'shown')

  it('loses nothing that a message of its own would say', () => {
    const [first, second] = body.replaceAll('\u202f', ' ').split('\n')
    expect(first).toMatch(/^11\/\d+\/26, \d+:\d+:\d+ [AP]M · 🚨 Critical · Main \(Venue\): the margin ratio is/)
    expect(first).toMatch(/Equity .* Told late: .* Rule: Mine\.$/)
    expect(second).toMatch(/^\d+:\d+:\d+ [AP]M · 🚨 Critical · Main/)
  })

  it('tells programs of each alert', () => {
    expect(alerts).toMatchObject([
      { rule: 'r', kind: 'margin-ratio', severity: 'critical', account: MAIN, value: '0.6', late: false },
      { ruleName: 'Mine', late: true, at: early.at },
    ])
  })
})

it.each([
  ['stream silent', 'Main is silent: its figures are not live.'],
  ['stream checked', 'Main is being checked: its figures are not confirmed.'],
  ['stream down', 'Main is not connected: its figures are not live.'],
])('says in which state a stream is: %s', (wanted, title) => {
  const [, alert] = ALERTS.find(([name]) => name === wanted)!
  expect(messageOf([alert], 'en', 'shown').title).toBe(`🚨 Critical · ${title}`)
})
