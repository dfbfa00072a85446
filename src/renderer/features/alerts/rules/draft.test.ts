import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertCondition, type AlertCondition } from '../../../../shared/alert-conditions.ts'
import { hasEnd, TELLS_EACH } from '../../../../shared/alert-kinds.ts'
import { ruleChoices, type RuleChoices } from '../../../../shared/alert-rows.ts'
import { decimal, trim } from '../../../../shared/decimal.ts'
import { readLocale } from '../../../../shared/format/amount.ts'
import { main } from '../../../test/rows.ts'
import { eth } from '../../../test/market-rows.ts'
import { KINDS } from '../kind-name.ts'
import { draftFrom, draftOf, type RuleDraft } from './draft.ts'
import { HAS_SCOPE, IS_HELD, readDraft } from './read-draft.ts'

const english = readLocale('en')

const positive = fc
  .tuple(fc.integer({ min: 1, max: 900_000 }), fc.stringMatching(/^\d{0,6}$/))
  .map(([whole, part]) => trim(decimal(part === '' ? String(whole) : `${whole}.${part}`)))
const signed = fc.tuple(positive, fc.boolean()).map(([size, below]) => decimal(below ? `-${size}` : size))
const minutes = fc.integer({ min: 1, max: 1440 }).map((each) => each * 60_000)
const level = fc.constantFrom('above', 'below')
const instrument = fc.constant(eth)
const of = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape).map((each) => alertCondition.parse(each))

const conditions: fc.Arbitrary<AlertCondition> = fc.oneof(
  of({
    kind: fc.constant('price-crosses'),
    instrument,
    direction: fc.constantFrom('above', 'below', 'either'),
    price: positive,
    of: fc.constantFrom('mark', 'last'),
  }),
  of({
    kind: fc.constant('price-moves'),
    instrument,
    direction: fc.constantFrom('up', 'down', 'either'),
    fraction: positive,
    withinMs: minutes,
  }),
  of({ kind: fc.constant('position-pnl'), level, amount: signed }),
  of({ kind: fc.constant('position-roi'), level, fraction: signed }),
  of({ kind: fc.constantFrom('liquidation-distance', 'margin-ratio', 'drawdown'), fraction: positive }),
  of({ kind: fc.constant('daily-loss'), amount: positive }),
  of({ kind: fc.constant('balance-changes'), asset: fc.constantFrom(null, 'BTC'), amount: positive }),
  of({ kind: fc.constant('funding-rate'), instrument: fc.constantFrom(eth, null), level, rate: signed }),
  of({ kind: fc.constantFrom('fill', 'liquidation', 'transfer', 'key-rights-changed', 'restart') }),
  of({ kind: fc.constant('order-ended'), how: fc.constantFrom('rejected', 'expired', 'either') }),
  of({ kind: fc.constant('stream-stale'), forMs: fc.integer({ min: 5, max: 86_400 }).map((each) => each * 1000) }),
  of({ kind: fc.constant('key-expires'), withinDays: fc.integer({ min: 1, max: 90 }) }),
  of({
    kind: fc.constant('system'),
    figure: fc.constantFrom('memory', 'processor', 'event-loop-delay', 'database-size', 'disk-free'),
    level,
    value: positive,
    forMs: minutes,
  }),
)

const rules: fc.Arbitrary<RuleChoices> = fc
  .record({
    condition: conditions,
    name: fc.constantFrom('', 'Mine'),
    enabled: fc.boolean(),
    account: fc.constantFrom('all' as const, main),
    scope: fc.constantFrom(null, eth),
    hysteresis: positive,
    coolDown: fc.integer({ min: 0, max: 10_080 }),
    severity: fc.constantFrom('info' as const, 'warning' as const, 'critical' as const),
    quietHours: fc.constantFrom(null, { from: 1320, to: 420 }),
    recovery: fc.boolean(),
  })
  .map(({ scope, coolDown, hysteresis, ...each }) => ({
    ...each,
    instrument: HAS_SCOPE.has(each.condition.kind) ? scope : null,
    hysteresis: IS_HELD.has(each.condition.kind) ? hysteresis : decimal('0'),
    coolDownMs: TELLS_EACH.has(each.condition.kind) ? 0 : coolDown * 60_000,
    recovery: each.recovery && hasEnd(each.condition),
    channels: { desk: 'silent' as const },
  }))

describe('a rule in the form', () => {
  it('comes out as it went in, to the last digit, in every language', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom('en', 'ru', 'bg'), (choices, language) => {
        const locale = readLocale(language)
        expect(readDraft(draftFrom(choices, locale), locale)).toEqual({ ok: true, choices })
      }),
      { numRuns: 400 },
    )
  })

  it.each(KINDS)('about %s is taken by the contract once its fields are filled in', (kind) => {
    const filled: Partial<RuleDraft> = { instrument: eth, price: '97,000', amount: '5', value: '300', percent: '1.5' }
    const read = readDraft({ ...draftOf(kind, english), ...filled }, english)
    expect(read.ok && ruleChoices.safeParse(read.choices).success).toBe(true)
  })

  it.each(KINDS)('about %s has a rest only where nothing is lost by it', (kind) => {
    const draft = { ...draftOf(kind, english), instrument: eth, price: '1', amount: '5', value: '3', percent: '1' }
    const read = readDraft({ ...draft, coolDown: '15' }, english)
    const rests = read.ok && ruleChoices.safeParse({ ...read.choices, coolDownMs: 900_000 }).success
    expect(read).toMatchObject({ ok: true, choices: { coolDownMs: rests ? 900_000 : 0 } })
    expect(rests).toBe(!TELLS_EACH.has(kind))
  })

  it('shows percent, and keeps shares of one', () => {
    const draft = { ...draftOf('margin-ratio', english), percent: '12.345' }
    const read = readDraft(draft, english)
    expect(read.ok && read.choices.condition).toEqual({ kind: 'margin-ratio', fraction: '0.12345' })
    const russian = readLocale('ru')
    expect(readDraft({ ...draft, percent: '12,345' }, russian).ok).toBe(true)
    expect(draftOf('funding-rate', russian).percent).toBe('0,05')
  })

  it('says of every field what is missing', () => {
    const bare = draftOf('price-crosses', english)
    expect(readDraft({ ...bare, coolDown: '1.5' }, english)).toEqual({
      ok: false,
      wrong: {
        price: { id: 'builder.wrong.number' },
        instrument: { id: 'builder.wrong.contract' },
        coolDown: { id: 'builder.wrong.range', values: { least: 0, most: 10_080 } },
      },
    })
    const lossless = readDraft({ ...draftOf('daily-loss', english), amount: '0' }, english)
    expect(lossless).toEqual({ ok: false, wrong: { amount: { id: 'builder.wrong.positive' } } })
    const endless = readDraft({ ...draftOf('stream-stale', english), seconds: '4' }, english)
    expect(endless).toEqual({
      ok: false,
      wrong: { seconds: { id: 'builder.wrong.range', values: { least: 5, most: 86_400 } } },
    })
  })

  it('keeps the user’s own terms when its kind is changed, and no figure of the other kind', () => {
    const before = { ...draftOf('price-crosses', english), name: 'Mine', severity: 'critical' as const, price: '5' }
    const after = draftOf('drawdown', english, before)
    expect(after).toMatchObject({ kind: 'drawdown', name: 'Mine', severity: 'critical', price: '', percent: '10' })
  })
})
