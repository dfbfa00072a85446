import type { BudgetRow } from '../../shared/health-rows.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hosts } from '../ports/venue.ts'
import type { Table } from '../tables.ts'
import type { BudgetState } from './gate.ts'

/** Publishes how the budgets stand, at most once a second, and for as long as anything of them is in use. */
export interface BudgetRows {
  touch(): void
  stop(): void
}

const EVERY_MS = 1000

export function createBudgetRows(
  clock: Clock,
  table: Table<BudgetRow>,
  hosts: Hosts,
  states: () => readonly BudgetState[],
): BudgetRows {
  const timer: { stop: (() => void) | null; stopped: boolean } = { stop: null, stopped: false }

  function publish(): void {
    const current = states()
    for (const state of current) table.set(keyOf(hosts, state), toRow(clock, hosts, state))
    if (current.some(inUse)) arm()
  }

  function arm(): void {
    if (timer.stopped) return
    timer.stop ??= clock.after(EVERY_MS, () => {
      timer.stop = null
      publish()
    })
  }

  return {
    touch: arm,
    stop: () => {
      timer.stopped = true
      timer.stop?.()
      for (const state of states()) table.set(keyOf(hosts, state), null)
    },
  }
}

function inUse(state: BudgetState): boolean {
  return state.used > 0 || state.waiting > 0 || state.restsUntil !== null
}

/** Several of a venue's hosts may share one address, so the venue's own name of the host is part of the key. */
function keyOf(hosts: Hosts, { budget }: BudgetState): string {
  return `${hostName(hosts, budget.host)} ${budget.host} ${budget.bucket}`
}

function toRow(clock: Clock, hosts: Hosts, state: BudgetState): BudgetRow {
  const rest = state.restsUntil
  return {
    host: hostName(hosts, state.budget.host),
    bucket: state.budget.bucket,
    used: Math.round(state.used),
    limit: Math.max(1, Math.round(state.limit)),
    windowMs: state.budget.windowMs,
    waiting: state.waiting,
    restsUntil: rest === null ? null : Math.round(clock.now() + rest - clock.monotonic()),
  }
}

/** The address a person would recognise, else the venue's own name of the host. */
function hostName(hosts: Hosts, host: string): string {
  return (hosts[host]?.replace(/^[a-z]+:\/\//, '') ?? host).slice(0, 120)
}
