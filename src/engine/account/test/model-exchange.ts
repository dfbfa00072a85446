import { add, decimal, isZero, sub, type Decimal } from '../../../shared/decimal.ts'
import type { InstrumentId } from '../../../shared/ids.ts'
import {
  slotKey,
  type AccountEvent,
  type AccountSnapshot,
  type AccountState,
  type Recency,
  type Slot,
} from '../event.ts'
import { differences } from '../drift.ts'
import { balance, BTC, ETH, order, position, totals } from './samples.ts'

/** What a trader can do to the model. Small numbers keep shrunk examples readable. */
export type Deed =
  | { readonly kind: 'trade'; readonly instrument: InstrumentId; readonly slot: Slot; readonly size: number }
  | { readonly kind: 'place'; readonly order: string; readonly quantity: number }
  | { readonly kind: 'cancel'; readonly order: string }
  | { readonly kind: 'deposit'; readonly asset: string; readonly amount: number }

interface Past {
  readonly at: number
  readonly snapshot: AccountSnapshot
}

/** The smallest exchange that has a truth: it does deeds, tells of them, and answers for the whole account. */
export interface ModelExchange {
  act(deed: Deed, at: number): readonly AccountEvent[]
  /** The account as it was at a moment: an answer may lag behind. */
  snapshot(at: number, lagMs: number): AccountSnapshot
}

export function createModelExchange(start: number): ModelExchange {
  const sequences = new Map<InstrumentId, number>()
  const positions = new Map<string, ReturnType<typeof position>>()
  const orders = new Map<string, ReturnType<typeof order>>()
  const balances = new Map<string, ReturnType<typeof balance>>()
  const past: Past[] = []

  function recency(instrument: InstrumentId, at: number): Recency {
    const sequence = (sequences.get(instrument) ?? 0) + 1
    sequences.set(instrument, sequence)
    return { sequence, at }
  }

  function trade({ instrument, slot, size }: Extract<Deed, { kind: 'trade' }>, at: number): readonly AccountEvent[] {
    const key = slotKey(instrument, slot)
    const when = recency(instrument, at)
    if (size === 0) {
      positions.delete(key)
      return [{ kind: 'position', position: { instrument, slot, size: null, recency: when } }]
    }
    const row = position({ instrument, slot, size: decimal(String(size)), recency: when })
    positions.set(key, row)
    return [{ kind: 'position', position: row }]
  }

  function deposit({ asset, amount }: Extract<Deed, { kind: 'deposit' }>, at: number): readonly AccountEvent[] {
    const before: Decimal = balances.get(asset)?.wallet ?? decimal('0')
    const wallet = amount < 0 ? sub(before, decimal(String(-amount))) : add(before, decimal(String(amount)))
    const row = balance({ asset, wallet, recency: { sequence: null, at } })
    balances.set(asset, row)
    return [{ kind: 'balance', balance: row }]
  }

  function place({ order: id, quantity }: Extract<Deed, { kind: 'place' }>, at: number): readonly AccountEvent[] {
    // An order that is gone never comes back, so a number in use stands for a change of it.
    const row = order({ order: id, quantity: decimal(String(quantity)), recency: { sequence: null, at } })
    orders.set(id, row)
    return [{ kind: 'order', order: row }]
  }

  function apply(deed: Deed, at: number): readonly AccountEvent[] {
    switch (deed.kind) {
      case 'trade':
        return trade(deed, at)
      case 'place':
        return place(deed, at)
      case 'deposit':
        return deposit(deed, at)
      case 'cancel':
        orders.delete(deed.order)
        return [
          {
            kind: 'order',
            order: { order: deed.order, instrument: null, gone: 'cancelled', recency: { sequence: null, at } },
          },
        ]
    }
  }

  function photograph(at: number): void {
    const snapshot: AccountSnapshot = {
      at,
      modes: { positionMode: 'hedge', marginMode: 'cross', sharedCollateral: false },
      totals: totals({ recency: { sequence: null, at } }),
      balances: [...balances.values()].filter(({ wallet }) => !isZero(wallet)),
      positions: [...positions.values()],
      orders: [...orders.values()],
      identity: 'model',
    }
    past.push({ at, snapshot })
  }

  photograph(start)
  return {
    act: (deed, at) => {
      const events = apply(deed, at)
      photograph(at)
      return events
    },
    snapshot: (at, lagMs) => {
      const seen = past.findLast((one) => one.at <= at - lagMs) ?? past[0]!
      return { ...seen.snapshot, at }
    },
  }
}

/** Where a state is not the truth, in words. */
export function untruths(state: AccountState | null, truth: AccountSnapshot): readonly string[] {
  if (state === null) return ['nothing is known']
  return differences(state, truth, new Set()).map(({ what, ours, theirs }) => `${what}: ${ours}, not ${theirs}`)
}

export const instruments = [BTC, ETH] as const
