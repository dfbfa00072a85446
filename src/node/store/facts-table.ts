import type { HistoryQuery } from '../../engine/ports/store.ts'
import type { FillRow, FlowRow } from '../../shared/account-rows.ts'
import type { AccountId, Time } from '../../shared/ids.ts'
import type { Db } from './database.ts'
import { createHistoryReader } from './history-query.ts'
import type { Timed } from './timed.ts'

export interface FactsTable {
  readonly writeFill: (row: FillRow) => void
  readonly writeFlow: (row: FlowRow) => void
  readonly fills: (query: HistoryQuery) => readonly FillRow[]
  readonly flows: (query: HistoryQuery) => readonly FlowRow[]
  /** Transfers between two moments, both inclusive, oldest first. */
  readonly transfers: (account: AccountId, from: Time, to: Time) => readonly FlowRow[]
}

/** A fact is written once; a later report of it only fills in what was unknown. */
const INSERT_FILL = `
  INSERT INTO fills VALUES (@account, @fill, @order, @instrument, @symbol, @side, @slot, @price, @quantity, @fee,
    @feeAsset, @realisedPnl, @liquidity, @cause, @at)
  ON CONFLICT DO UPDATE SET
    fee = coalesce(fee, excluded.fee),
    realisedPnl = coalesce(realisedPnl, excluded.realisedPnl),
    liquidity = CASE liquidity WHEN 'unknown' THEN excluded.liquidity ELSE liquidity END`

const INSERT_FLOW = `
  INSERT INTO flows VALUES (@account, @flow, @kind, @label, @instrument, @symbol, @amount, @asset, @rate, @at)
  ON CONFLICT DO UPDATE SET rate = coalesce(rate, excluded.rate)`

const TRANSFERS = `
  SELECT * FROM flows WHERE account = ? AND kind = 'transfer' AND at BETWEEN ? AND ? ORDER BY at, flow`

export function createFactsTable(db: Db, timed: Timed): FactsTable {
  const insertFill = db.prepare<[FillRow]>(INSERT_FILL)
  const insertFlow = db.prepare<[FlowRow]>(INSERT_FLOW)
  const transfers = db.prepare<[string, number, number], FlowRow>(TRANSFERS)
  return {
    writeFill: (row) => void insertFill.run(row),
    writeFlow: (row) => void insertFlow.run(row),
    fills: createHistoryReader(db, timed, 'fills'),
    flows: createHistoryReader(db, timed, 'flows'),
    transfers: (account, from, to) => timed('read transfers', () => transfers.all(account, from, to)),
  }
}
