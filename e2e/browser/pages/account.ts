import { expect, type Locator, type Page } from '@playwright/test'
import type { Decimal } from '../../../src/shared/decimal.ts'
import type { Truth } from '../../../src/simulator/control/truth.ts'
import { amount, trueFigures } from '../../support/figures.ts'
import { expectFigure, expectSumOf } from './figures.ts'

export type CardName = 'Equity' | 'Wallet balance' | 'Available' | 'Position value' | 'Unrealised PnL' | 'Margin ratio'
export type TableName = 'Positions' | 'Open orders' | 'Fills' | 'Funding, fees and transfers'
export type PositionFigure = 'size' | 'notional' | 'entry' | 'mark' | 'liquidation' | 'distance' | 'pnl'

/** The Account tab. */
export interface AccountTab {
  readonly cards: Locator
  /** Sentences about what keeps an account from being true. */
  readonly problems: Locator
  card(name: CardName): Locator
  /** How old a card says its figure is. */
  ageOf(name: CardName): Locator
  table(name: TableName): Locator
  /** Rows of a table without its heads and sums. */
  rows(name: TableName): Locator
  position(symbol: string): Locator
  figure(symbol: string, figure: PositionFigure): Locator
  /** Everything on the page equals what the exchange holds true of the account that is shown. */
  expectTruth(truth: () => Truth, currency: 'USD' | 'USDT'): Promise<void>
}

const COLUMN: Readonly<Record<PositionFigure, number>> = {
  size: 1,
  notional: 2,
  entry: 3,
  mark: 4,
  liquidation: 5,
  distance: 6,
  pnl: 7,
}

export function accountTab(page: Page): AccountTab {
  const main = page.getByRole('main', { name: 'Account' })
  const cards = main.locator('.cards')
  const cardOf = (name: CardName): Locator =>
    cards.locator('.figure-card').filter({ has: page.getByText(name, { exact: true }) })
  const card = (name: CardName): Locator => cardOf(name).locator('.figure-value .number').first()
  const ageOf = (name: CardName): Locator => cardOf(name).locator('.figure-name .number')
  const table = (name: TableName): Locator => main.getByRole('group', { name, exact: true })
  const rows = (name: TableName): Locator => table(name).locator('tbody tr:not(.spacer)')
  const position = (symbol: string): Locator => rows('Positions').filter({ hasText: symbol })
  const figure = (symbol: string, name: PositionFigure): Locator =>
    position(symbol).getByRole('cell').nth(COLUMN[name]).locator('[data-exact]')

  async function expectTruth(truth: () => Truth, currency: 'USD' | 'USDT'): Promise<void> {
    const figures = () => trueFigures(truth(), currency)
    await expectSumOf(card('Equity'), () => figures().equity, 'equity')
    await expectFigure(card('Wallet balance'), () => figures().wallet, 'wallet')
    await expectFigure(card('Unrealised PnL'), () => figures().pnl, 'unrealised PnL')
    await expect(rows('Positions')).toHaveCount(truth().positions.length)
    for (const { contract } of truth().positions) await expectPosition(contract, truth)
  }

  async function expectPosition(contract: string, truth: () => Truth): Promise<void> {
    const held = () => truth().positions.find((position) => position.contract === contract)!
    await expectFigure(figure(contract, 'size'), () => unsigned(held().quantity), `${contract} size`)
    await expectFigure(figure(contract, 'entry'), () => amount(held().entryPrice), `${contract} entry`)
    await expectFigure(figure(contract, 'pnl'), () => amount(held().unrealised), `${contract} PnL`)
    await expectFigure(figure(contract, 'notional'), () => unsigned(held().notional), `${contract} notional`)
  }

  return { cards, problems: main.locator('.account-problem'), card, ageOf, table, rows, position, figure, expectTruth }
}

function unsigned(text: string): Decimal {
  return amount(text.replace('-', ''))
}
