import type { Side } from '../engine/desk.ts'
import { createNodeClock } from '../node/clock.ts'
import { createNodePorts, type NodePortsOptions } from '../node/ports.ts'
import { demoKeys } from '../simulator/accounts/demo-accounts.ts'
import { createMemoryNet } from '../simulator/memory-net.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { accountId, venueId, type AccountId } from '../shared/ids.ts'
import { ok, type Result } from '../shared/result.ts'
import { createSimulator } from '../simulator/create-simulator.ts'
import { demoRules } from './demo-rules.ts'
import { pastMoments } from './past-moments.ts'

const DEMO_SEED = 7

/**
 * The demo's host parts: the same ports on a folder of its own, with the simulator for a network. Every opening is a
 * new world, so what was stored of the last one is forgotten; the user's settings stay.
 */
export async function openDemoSide(options: Omit<NodePortsOptions, 'mode' | 'net' | 'vault'>): Promise<Result<Side>> {
  const clock = createNodeClock()
  const simulator = createSimulator({ clock, seed: DEMO_SEED })
  const net = createMemoryNet(simulator, clock)
  const opened = await createNodePorts({ ...options, mode: 'demo', vault: 'file', net })
  if (!opened.ok) {
    clock.stop()
    return opened
  }
  const host = opened.value
  const { ports } = host
  const furnished = await furnish(ports)
  if (!furnished.ok) return furnished
  tellPast(ports, simulator)
  showRules(ports)
  simulator.start()
  return ok({
    ports,
    report: (event) => host.machine.report(event),
    stop: () =>
      close(
        simulator,
        () => host.stop(),
        () => clock.stop(),
      ),
  })
}

async function furnish({ store, vault, clock }: Side['ports']): Promise<Result<null>> {
  for (const { account } of store.accounts()) {
    const removed = await store.removeAccount(account)
    if (!removed.ok) return removed
  }
  for (const { venue, label, apiKey, apiSecret } of demoKeys) {
    const account = ownId(venue)
    const kept = await vault.put(account, { apiKey, apiSecret })
    if (!kept.ok) return kept
    const facts = {
      venue: venueId(venue),
      environment: 'simulator',
      tradingKeyAccepted: false,
      identity: null,
    } as const
    const saved = await store.saveAccount({ account, label, addedAt: clock.now(), ...facts })
    if (!saved.ok) return saved
  }
  return ok(null)
}

/** A first demo shows what alerts look like; later ones find what the user made of them. */
function showRules({ store, clock }: Side['ports']): void {
  if (store.alerts.rules().length === 0) demoRules(clock.now()).forEach(store.alerts.saveRule)
}

/** The curve the accounts would have, had they been watched through their past. */
function tellPast({ store, clock }: Side['ports'], simulator: Simulator): void {
  const moments = pastMoments(clock.now())
  for (const { account: simulated, venue } of demoKeys) {
    const past = simulator.pastEquity(simulated, moments)
    if (past === null) continue
    const { currency, points } = past
    // Newest first, so that no roll-up takes in what it would not keep.
    const newestFirst = points.toReversed()
    store.appendEquity(newestFirst.map((point) => ({ account: ownId(venue), currency, ...point })))
  }
}

function ownId(venue: string): AccountId {
  return accountId(`demo-${venue}`)
}

async function close(simulator: Simulator, stopPorts: () => Promise<void>, stopClock: () => void): Promise<void> {
  await stopPorts()
  simulator.stop()
  stopClock()
}
