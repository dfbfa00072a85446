import { expect, test, vi } from 'vitest'
import type { Received } from '../../../channels/test/loopback.ts'
import type { AlertStore } from '../../../engine/ports/alert-store.ts'
import { createSeededRandom } from '../../../engine/test/fake-random.ts'
import { ok } from '../../../shared/result.ts'
import { priceRule } from '../alert-samples.ts'
import { openMarket } from './market.ts'
import { webhookWay } from './ways.ts'

const RULES = 100
const CROSSINGS = 100

interface Told {
  readonly key: string
  readonly facts: { readonly count: number }
}

const told = ({ body }: Received): Told => JSON.parse(String(body)) as Told // our own receiver has checked its shape

/** Every quarter of a minute it is saved when each price was last seen; in hurried hours that would be all there is. */
function withoutRegularSaves(store: AlertStore): AlertStore {
  const begun = () => store.states().length >= RULES
  return {
    ...store,
    commit: (step) => (step.alerts.length === 0 && begun() ? ok([]) : store.commit(step)),
    saveWatchedUntil: () => ok(null),
  }
}

test('ten thousand alerts arrive through a webhook that fails half the time', { timeout: 240_000 }, async () => {
  const way = await webhookWay('hook')
  const chance = createSeededRandom(5)
  const taken: Told[] = []
  const lost: string[] = []
  way.behave((index) => {
    const luck = chance.next()
    if (luck < 0.4) return luck < 0.2 ? { status: 503, body: '' } : 'broken'
    const message = told(way.received[index]!)
    taken.push(message)
    if (luck < 0.5) lost.push(message.key)
    return luck < 0.5 ? 'answer-lost' : 'proper'
  })
  const rules = Array.from({ length: RULES - 1 }, (_, at) => priceRule(`r${at}`, '100'))
  const { cross, stage } = await openMarket({
    times: 1000,
    environment: {},
    secrets: way.secrets,
    rules,
    channels: [way.channel],
    around: { store: withoutRegularSaves },
  })
  for (let crossing = 0; crossing < CROSSINGS; crossing += 1) await cross()
  await vi.waitUntil(() => stage.store.waiting('hook') === 0, { timeout: 200_000, interval: 100 })

  const alerts = stage.store.alerts(Number.MAX_SAFE_INTEGER, 2 * RULES * CROSSINGS)
  const deliveries = stage.store.deliveries(alerts.map(({ alert }) => alert))
  expect(deliveries.filter(({ state }) => state === 'delivered')).toHaveLength(RULES * CROSSINGS)

  const counts = new Map(taken.map(({ key, facts }) => [key, facts.count]))
  const keys = Map.groupBy(deliveries, ({ key }) => key)
  expect(counts).toEqual(new Map([...keys].map(([key, together]) => [key, together.length])))
  const repeated = taken.map(({ key }) => key).filter((key, at, all) => all.indexOf(key) !== at)
  expect(repeated.toSorted()).toEqual(lost.toSorted())
  expect(lost.length).toBeGreaterThan(5)
})
