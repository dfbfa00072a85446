import { onTestFinished } from 'vitest'
import type { StoredChannel } from '../../../engine/alerts/channels/stored-channels.ts'
import type { Clock } from '../../../engine/ports/clock.ts'
import type { Table } from '../../../engine/tables.ts'
import { tempFolder } from '../../../node/test/temp-folder.ts'
import type { DeliveryRow } from '../../../shared/alert-rows.ts'
import { btc, noNotices, priceRow, priceRule } from '../alert-samples.ts'
import { openAlertStage, type AlertStage, type StageOptions } from '../alert-stage.ts'
import { createHurriedClock } from '../hurried-clock.ts'

export interface Market {
  readonly stage: AlertStage
  readonly clock: Clock
  /** Moves the price over its line, or back: one alert. Answers its id once it is on disk. */
  cross(): Promise<string>
  /** Resolves with the row of one delivery once it passes. */
  delivery(alert: string, channel: string, passes: (row: DeliveryRow) => boolean): Promise<DeliveryRow>
}

export interface MarketOptions extends Omit<StageOptions, 'folder' | 'clock'> {
  /** How many times faster than the real clock this one runs. */
  readonly times: number
}

/** A change is looked at within one of these; so hurried a clock seems to jump, and then a few are let pass. */
const LOOK_MS = 1000
const LOOKS = 10
const [UNDER, OVER] = ['99', '101']
/** Patience of a channel with a receiver that says nothing. */
const PATIENCE_MS = 400

/** Alerts over real parts, a price, and one rule that tells each of its crossings. */
export async function openMarket({ times, ...options }: MarketOptions): Promise<Market> {
  const clock = createHurriedClock(times)
  const stage = await openAlertStage({
    ...options,
    folder: tempFolder(),
    clock,
    rules: [priceRule('line', '100'), ...options.rules],
    channels: [noNotices, ...options.channels],
    around: {
      http: ({ send }) => ({ send: (request) => send({ ...request, timeoutMs: PATIENCE_MS }) }),
      ...options.around,
    },
  })
  onTestFinished(stage.stop)
  stage.alerts.start()
  stage.state.prices.set(btc, priceRow(UNDER, clock.now()))
  for (let look = 0; look < LOOKS; look += 1) await new Promise<void>((resolve) => void clock.after(LOOK_MS, resolve))
  return { stage, clock, ...driven(stage, clock) }
}

function driven(stage: AlertStage, clock: Clock): Pick<Market, 'cross' | 'delivery'> {
  const { prices, alerts: tables } = stage.state
  const now = { price: UNDER }
  return {
    cross: async () => {
      const before = new Set(tables.recent.keys())
      now.price = now.price === UNDER ? OVER : UNDER
      prices.set(btc, priceRow(now.price, clock.now()))
      await until(tables.recent, () => tables.recent.size > before.size)
      return [...tables.recent.keys()].find((alert) => !before.has(alert)) ?? ''
    },
    delivery: async (alert, channel, passes) => {
      const read = (): DeliveryRow | undefined => tables.deliveries.get(`${alert} ${channel}`)
      await until(tables.deliveries, () => {
        const row = read()
        return row !== undefined && passes(row)
      })
      const row = read()
      if (row === undefined) throw new Error(`No delivery of ${alert} through ${channel}`)
      return row
    },
  }
}

/** Resolves as soon as it is so; who waits in vain is told by the test's own time limit. */
export function until(table: Pick<Table<object>, 'onChange'>, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = table.onChange(() => {
      if (!isSo()) return
      stop()
      resolve()
    })
  })
}

/** One channel that takes over from another. */
export function withFailover(channel: StoredChannel, failover: string): StoredChannel {
  return { ...channel, failover }
}
