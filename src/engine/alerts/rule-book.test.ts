import { describe, expect, it } from 'vitest'
import { ruleChoices, type RuleChoices, type RuleRow } from '../../shared/alert-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import { sentence } from '../../shared/sentence.ts'
import { createTables } from '../tables.ts'
import { createSeededRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createRuleBook } from './rule-book.ts'
import { alertOf, CASES } from './test/every-alert.ts'
import { createMemoryAlertStore } from './test/memory-alert-store.ts'
import { rule, START } from './test/rows.ts'

function choices(changes: Partial<RuleChoices> = {}): RuleChoices {
  const whole = { ...rule({ condition: { kind: 'fill' } }), ...changes }
  return ruleChoices.parse(Object.fromEntries(Object.entries(whole).filter(([name]) => name in ruleChoices.shape)))
}

function stage() {
  const clock = createManualClock(START)
  const alertStore = createMemoryAlertStore()
  const table = createTables().table<RuleRow>()
  const renewed: (string | null)[] = []
  const random = createSeededRandom(5)
  const open = () =>
    createRuleBook({ clock, random, alertStore }, table, {
      endingOf: (id) => [{ alert: `${id} alert`, at: clock.now() }],
      changed: (id) => void renewed.push(id),
    })
  const book = open()
  const added = (some = choices()): string => {
    const saved = book.save(null, some)
    if (!saved.ok) throw new Error(saved.failure.sentence.id)
    return saved.value
  }
  return { clock, alertStore, table, renewed, open, book, added }
}

describe('the rule book', () => {
  it('begins with the rules of the first start, once, and keeps what the user made of them', () => {
    const { book, open, alertStore } = stage()
    const first = book.rules().map(({ rule: id }) => id)
    expect(first).toContain('liquidation-close')
    const near = book.rule('liquidation-close')
    expect(book.save('liquidation-close', choices({ ...near, enabled: false }))).toMatchObject({ ok: true })
    expect(
      open()
        .rules()
        .map(({ rule: id }) => id),
    ).toEqual(first)
    expect(alertStore.rules().find(({ rule: id }) => id === 'liquidation-close')?.enabled).toBe(false)
    expect(book.remove('liquidation-close')).toMatchObject({
      ok: false,
      failure: { sentence: { id: 'rule.first-start' } },
    })
  })

  it.each<readonly [string, Partial<RuleChoices>, 'anew' | 'on']>([
    ['its name', { name: 'Mine' }, 'on'],
    ['its hysteresis', { hysteresis: decimal('0.2') }, 'on'],
    ['what it watches', { condition: { kind: 'transfer' } }, 'anew'],
    ['where it watches', { account: 'other' as never }, 'anew'],
    ['whether it watches', { enabled: false }, 'anew'],
  ])('a rule of which %s changes goes %3$s', (_, changes, goes) => {
    const { clock, book, added, renewed } = stage()
    const id = added()
    clock.advance(60_000)
    book.save(id, choices(changes))
    expect(renewed.at(-1)).toBe(goes === 'anew' ? id : null)
    expect(book.rule(id)?.createdAt).toBe(goes === 'anew' ? START + 60_000 : START)
  })

  it.each(['renewed', 'removed'] as const)('a rule that is %s leaves nothing of itself on disk', (how) => {
    const { alertStore, book, added } = stage()
    const id = added()
    const state = { rule: id, subject: 's', side: 'over', value: '1', seenAt: START, overSince: null } as const
    const alert = alertOf(CASES[0]!) // there are some
    const states = [{ ...state, firedAt: START, alert: null }]
    const nothing = { deliveries: [], forgotten: [], cleared: [] }
    alertStore.commit({ ...nothing, alerts: [{ ...alert, alert: `${id} alert` }], states })
    alertStore.breakDisk('broken')
    book.remove(id)
    book.save(id, choices({ condition: { kind: 'transfer' } }))
    expect(alertStore.states()).toHaveLength(1)
    alertStore.breakDisk('sound')
    if (how === 'removed') book.remove(id)
    else book.save(id, choices({ condition: { kind: 'transfer' } }))
    expect(alertStore.states()).toEqual([])
    expect(alertStore.alert(`${id} alert`)?.clearedAt).toBe(START)
  })

  it('changes nothing that the disk does not take', () => {
    const { alertStore, book, added, table, renewed } = stage()
    const id = added()
    alertStore.breakDisk('broken')
    const before = renewed.length
    expect([book.save(id, choices({ name: 'x' })).ok, book.remove(id).ok, book.mute(id, 5).ok]).toEqual([
      false,
      false,
      false,
    ])
    expect(table.get(id)).toMatchObject({ name: '', mutedUntil: null })
    expect(renewed).toHaveLength(before)
  })

  it('shows when a rule fired and why it waits, through every change', () => {
    const { book, added, table } = stage()
    const id = added()
    book.fired(id, 7)
    book.fired(id, 6)
    book.wait(id, sentence('rule.only-old'))
    book.mute(id, START + 1)
    expect(table.get(id)).toMatchObject({ lastFiredAt: 7, waiting: { id: 'rule.only-old' }, mutedUntil: START + 1 })
    book.wait(id, null)
    expect(table.get(id)?.waiting).toBeNull()
    expect(book.remove(id)).toMatchObject({ ok: true })
    expect([table.get(id), book.save(id, choices()).ok]).toEqual([undefined, false])
  })
})
