import { add, compare, isZero, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Market } from '../market/market.ts'
import type { Account } from './account.ts'
import { applyFunding } from './apply-funding.ts'
import { openBook, type AccountOpening, type Book } from './book.ts'
import type { Change } from './change.ts'
import { createKeys } from './create-keys.ts'
import type { Verify } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { liquidate } from './liquidation.ts'
import { meetPrices } from './meet-prices.ts'
import { refuse } from './problems.ts'
import { setLeverage, setMargin, setModes, setPositions } from './settings.ts'
import { cancel, end, fillOrder, momentOf, place, write, type Desk } from './trading.ts'
import { credit } from './wallet.ts'

export function createLedger(market: Market, openings: readonly AccountOpening[], verify: Verify | null): Ledger {
  const listeners = new Set<(change: Change) => void>()
  const desk: Desk = { market, tell: (change) => listeners.forEach((take) => take(change)) }
  const books = new Map(openings.map((opening) => [opening.id, openBook(opening)]))
  const keys = createKeys(verify)
  const bookOf = (account: Account): Book => {
    const book = books.get(account.id)
    if (book === undefined) throw new Error(`Not an account of this ledger: ${account.id}`)
    return book
  }
  return {
    keys,
    accounts: () => [...books.values()].map((book) => book.account),
    account: (id) => books.get(id)?.account ?? null,
    accountOf: (venue, apiKey) => books.get(keys.find(venue, apiKey)?.account ?? '')?.account ?? null,
    onChange: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
    place: (account, wish, at, price) => place(desk, bookOf(account), wish, at, price ?? null),
    cancel: (account, order, at) => cancel(desk, bookOf(account), order, at),
    end: (account, order, how, at) => end(desk, bookOf(account), order, how, at),
    fillOrder: (account, order, wish, at) => fillOrder(desk, bookOf(account), order, wish, at),
    transfer: (account, asset, amount, at) => transfer(desk, bookOf(account), asset, amount, at),
    payFunding: (contracts, at) => books.forEach((book) => payFunding(desk, book, new Set(contracts), at)),
    liquidate: (account, contract, at) => liquidate(desk, bookOf(account), contract, at),
    setLeverage: (account, contract, leverage, at) => setLeverage(desk, bookOf(account), contract, leverage, at),
    setMargin: (account, contract, margin, at) => setMargin(desk, bookOf(account), contract, margin, at),
    setPositions: (account, positions, at) => setPositions(desk, bookOf(account), positions, at),
    setKind: (account, kind, at) => setModes(desk, bookOf(account), 'account-kind', { kind }, at),
    setAssets: (account, assets, at) => setModes(desk, bookOf(account), 'assets-mode', { assets }, at),
    setFees: (account, fees, at) => setModes(desk, bookOf(account), 'fees-mode', { fees }, at),
    meetPrices: (at) => books.forEach((book) => meetPrices(desk, book, at)),
  }
}

function transfer(desk: Desk, book: Book, asset: string, amount: Decimal, at: Time): Result<null> {
  const balance = book.account.state().wallets.get(asset) ?? ZERO
  if (compare(add(balance, amount), ZERO) < 0) return refuse('simulator.balance', { balance, asset })
  const movement = { asset, change: amount, cause: { kind: 'transfer' } } as const
  desk.tell(book.write('transfer', null, at, credit(book.account.state(), movement, book.number(at), at)))
  return ok(null)
}

function payFunding(desk: Desk, book: Book, contracts: ReadonlySet<string>, at: Time): void {
  for (const position of book.account.state().positions.values()) {
    if (isZero(position.quantity) || !contracts.has(position.contract)) continue
    const moment = momentOf(desk, book, position.contract, at)
    // The rate that was announced until this very moment, not the next period's.
    const rate = desk.market.fundingRate(moment.contract, at - 1)
    if (rate === null) continue
    write(desk, book, 'funding', moment, applyFunding(book.account.state(), position, rate, moment))
  }
}
