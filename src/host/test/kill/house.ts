import { join } from 'node:path'
import type { AlertRow } from '../../../shared/alert-rows.ts'
import type { StoredDelivery } from '../../../engine/ports/alert-store.ts'
import { createManualClock } from '../../../engine/test/manual-clock.ts'
import { openStore } from '../../../node/store/open-store.ts'
import { createMemoryLog } from '../../../node/test/memory-log.ts'
import { priceRule } from '../alert-samples.ts'

/** Over the first line; over six more at once, which are told together; back under all. */
export const PRICES = ['99', '101', '111', '99'] as const
const BURST = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']
/** The rule of every crossing on the way. */
export const CROSSINGS = ['a', 'a', ...BURST]

function open(folder: string) {
  const file = join(folder, 'tidemark.db')
  const opened = openStore({ file, clock: createManualClock(0), log: createMemoryLog(), problem: () => undefined })
  if (!opened.ok) throw new Error(opened.failure.sentence.id)
  return opened.value
}

/** Rules of the user, as an earlier day left them. */
export async function furnish(folder: string): Promise<void> {
  const store = open(folder)
  store.alerts.saveRule(priceRule('a', '100'))
  for (const rule of BURST) store.alerts.saveRule(priceRule(rule, '110', 'above'))
  await store.close()
}

export interface Kept {
  readonly alerts: readonly AlertRow[]
  readonly deliveries: readonly StoredDelivery[]
}

/** What is on disk once all is over. */
export async function kept(folder: string): Promise<Kept> {
  const store = open(folder)
  const alerts = store.alerts.alerts(Number.MAX_SAFE_INTEGER, 1000)
  const deliveries = store.alerts.deliveries(alerts.map(({ alert }) => alert))
  await store.close()
  return { alerts, deliveries }
}
