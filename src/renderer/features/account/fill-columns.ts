import type { FillRow } from '../../../shared/account-rows.ts'
import { isZero } from '../../../shared/decimal.ts'
import type { Column, Plain } from '../../parts/table/column.ts'
import type { Say } from '../../words/words.ts'

/** Every fact of a fill, to choose from and to copy. How they are shown is in fill-row.tsx. */
export function fillColumns(say: Say): readonly Column<FillRow>[] {
  return [
    fact('time', say('column.time'), (row) => row.at),
    fact('symbol', say('column.symbol'), (row) => row.symbol),
    fact('account', say('column.account'), (row) => row.account),
    fact('side', say('column.side'), (row) => row.side),
    secret('quantity', say('column.quantity'), (row) => row.quantity),
    fact('price', say('column.price'), (row) => row.price),
    secret('fee', say('column.fee'), (row) => row.fee),
    fact('feeAsset', say('column.feeAsset'), (row) => row.feeAsset),
    secret('realised', say('column.realised'), realisedOf),
    fact('liquidity', say('column.liquidity'), (row) => row.liquidity),
    fact('cause', say('column.cause'), (row) => row.cause),
  ]
}

function fact(id: string, title: string, plain: (row: FillRow) => Plain): Column<FillRow> {
  return { id, title, align: 'start', usual: 'shown', plain, cell: () => null }
}

function secret(id: string, title: string, plain: (row: FillRow) => Plain): Column<FillRow> {
  return { ...fact(id, title, plain), align: 'end', secret: true }
}

/** A fill that closed nothing has no result. */
function realisedOf({ realisedPnl }: FillRow): Plain {
  return realisedPnl === null || isZero(realisedPnl) ? null : realisedPnl
}
