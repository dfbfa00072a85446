import { useEffect, useMemo, useState } from 'react'
import type { ConditionOf } from '../../../../shared/alert-conditions.ts'
import type { RuleChoices, RuleRow } from '../../../../shared/alert-rows.ts'
import { compare, decimal, equals, type Decimal } from '../../../../shared/decimal.ts'
import type { InstrumentId } from '../../../../shared/ids.ts'
import type { Result } from '../../../../shared/result.ts'
import { usePage, useRow, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { choicesOf } from '../../alerts/rules/choices-of.ts'
import { directionTo } from './snap.ts'

/** A rule about one contract's price, with the price it has on the chart: its own, or where it is being moved to. */
export interface PriceAlert {
  readonly row: RuleRow
  readonly condition: ConditionOf<'price-crosses'>
  readonly price: Decimal
}

export interface PriceAlerts {
  /** Highest first. */
  readonly alerts: readonly PriceAlert[]
  readonly tick: Decimal | null
  /** The mark price now. */
  readonly mark: Decimal | null
  readonly wrong: string | null
  add(price: Decimal): void
  remove(rule: string): void
  /** Shows a rule at another price without keeping it; null puts it back. */
  drag(rule: string, price: Decimal | null): void
  /** Keeps a rule at the price it is shown at. */
  drop(rule: string): void
}

interface Moved {
  readonly rule: string
  readonly price: Decimal
  readonly state: 'held' | 'saved'
}

/** What suits an alert drawn on a chart: a tenth of a percent back before it can fire again. */
const DRAWN = {
  name: '',
  enabled: true,
  account: 'all',
  instrument: null,
  hysteresis: decimal('0.001'),
  coolDownMs: 60_000,
  severity: 'warning',
  channels: {},
  quietHours: null,
  recovery: false,
} as const satisfies Omit<RuleChoices, 'condition'>

export function usePriceAlerts(instrument: InstrumentId): PriceAlerts {
  const { client, queries } = usePage()
  const rules = useRows(queries.rules)
  const prices = useRow(queries.prices([instrument]), instrument)
  const [moved, setMoved] = useState<Moved | null>(null)
  const { wrong, run } = useRun()
  const alerts = useMemo(() => alertsOf(rules, instrument, moved), [rules, instrument, moved])
  const mark = prices?.mark ?? null

  // What was saved is shown until the rule itself says it.
  useEffect(() => {
    if (moved?.state !== 'saved') return
    const condition = rules.get(moved.rule)?.condition
    if (condition?.kind !== 'price-crosses' || equals(condition.price, moved.price)) setMoved(null)
  }, [rules, moved])

  const save = async (row: RuleRow, condition: ConditionOf<'price-crosses'>): Promise<void> => {
    const kept = await run(client.rules.save({ rule: row.rule, choices: { ...choicesOf(row), condition } }))
    if (!kept) setMoved(null)
  }

  return {
    alerts,
    tick: prices?.tick ?? null,
    mark,
    wrong,
    add: (price) => {
      const direction = directionTo(price, mark)
      const condition = { kind: 'price-crosses', instrument, direction, price, of: 'mark' } as const
      void run(client.rules.save({ rule: null, choices: { ...DRAWN, condition } }))
    },
    remove: (rule) => void run(client.rules.remove({ rule })),
    drag: (rule, price) => setMoved(price === null ? null : { rule, price, state: 'held' }),
    drop: (rule) => {
      const row = rules.get(rule)
      if (moved?.rule !== rule || row?.condition.kind !== 'price-crosses') return
      if (equals(row.condition.price, moved.price)) return setMoved(null)
      setMoved({ ...moved, state: 'saved' })
      void save(row, { ...row.condition, price: moved.price, direction: turned(row.condition, moved.price, mark) })
    },
  }
}

function useRun() {
  const say = useWords()
  const [wrong, setWrong] = useState<string | null>(null)
  const run = async (asked: Promise<Result<unknown>>): Promise<boolean> => {
    const answer = await asked
    setWrong(answer.ok ? null : say.sentence(answer.failure.sentence))
    return answer.ok
  }
  return { wrong, run }
}

/** A line that was moved to the other side of the price waits for it from there. */
function turned({ direction }: ConditionOf<'price-crosses'>, price: Decimal, mark: Decimal | null) {
  const side = directionTo(price, mark)
  return direction === 'either' || side === 'either' ? direction : side
}

function alertsOf(
  rules: ReadonlyMap<string, RuleRow>,
  instrument: InstrumentId,
  moved: Moved | null,
): readonly PriceAlert[] {
  return [...rules.values()]
    .flatMap((row) => {
      const { condition } = row
      if (condition.kind !== 'price-crosses' || condition.instrument !== instrument) return []
      return [{ row, condition, price: moved?.rule === row.rule ? moved.price : condition.price }]
    })
    .sort((a, b) => compare(b.condition.price, a.condition.price) || (a.row.rule < b.row.rule ? -1 : 1))
}
