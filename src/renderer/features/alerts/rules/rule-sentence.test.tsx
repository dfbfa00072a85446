// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { AlertCondition } from '../../../../shared/alert-conditions.ts'
import { decimal } from '../../../../shared/decimal.ts'
import type { SettingsRow } from '../../../../shared/health-rows.ts'
import { symbolOf, type InstrumentId } from '../../../../shared/ids.ts'
import { useReader } from '../../../format/use-reader.ts'
import { prepareDom } from '../../../test/dom.ts'
import { settled, show } from '../../../test/fake-page.tsx'
import { btc } from '../../../test/rows.ts'
import { useWords } from '../../../words/words.ts'
import { ruleSentence } from './rule-sentence.ts'

prepareDom()

const contractName = (instrument: InstrumentId): string => `${symbolOf(instrument)} (Somewhere)`

function Said({ condition }: { readonly condition: AlertCondition }) {
  return <p role="note">{ruleSentence(condition, { say: useWords(), reader: useReader(), contractName })}</p>
}

function said(condition: AlertCondition, settings: Partial<SettingsRow> = {}): string {
  show(settled(settings), <Said condition={condition} />)
  return screen.getByRole('note').textContent.replaceAll('\u00a0', ' ')
}

const price = { kind: 'price-crosses', instrument: btc, price: decimal('97000.50'), of: 'mark' } as const

it.each<readonly [AlertCondition, string]>([
  [{ ...price, direction: 'above' }, 'When BTCUSDT (Somewhere) rises to 97,000.50 or above'],
  [
    { ...price, direction: 'either', of: 'last' },
    'When BTCUSDT (Somewhere) crosses 97,000.50 in either direction (last trade)',
  ],
  [
    { kind: 'price-moves', instrument: btc, direction: 'down', fraction: decimal('0.035'), withinMs: 5_400_000 },
    'When BTCUSDT (Somewhere) falls by 3.5 % within 1 hr 30 min',
  ],
  [
    { kind: 'position-roi', level: 'below', fraction: decimal('-0.2') },
    'When the ROI of a position falls to −20 % or below',
  ],
  [
    { kind: 'funding-rate', instrument: null, level: 'above', rate: decimal('0.000125') },
    'When the funding rate of any contract held rises to 0.0125 % or above',
  ],
  [{ kind: 'liquidation-distance', fraction: decimal('0.10') }, 'When a position comes within 10 % of liquidation'],
  [
    { kind: 'system', figure: 'disk-free', level: 'below', value: decimal('5000000000'), forMs: 300_000 },
    'When free disk space is at 5 GB or below for 5 min',
  ],
  [
    { kind: 'system', figure: 'processor', level: 'above', value: decimal('0.9'), forMs: 60_000 },
    'When processor load is at 90 % or above for 1 min',
  ],
  [{ kind: 'order-ended', how: 'expired' }, 'When an order expires'],
  [
    { kind: 'balance-changes', asset: 'BTC', amount: decimal('0.5') },
    'When the BTC balance changes by 0.5 BTC or more',
  ],
  [
    { kind: 'balance-changes', asset: null, amount: decimal('500') },
    "When a balance changes by as much as is worth 500 of the account's currency or more",
  ],
  [{ kind: 'key-expires', withinDays: 1 }, 'When a key has 1 day left or less'],
])('says what it watches for: $kind', (condition, sentence) => {
  expect(said(condition)).toBe(sentence)
})

it('hides amounts in privacy mode, and no price and no share', () => {
  expect(said({ kind: 'daily-loss', amount: decimal('1500') }, { privacy: true })).toBe(
    "When the day's loss reaches •••••• of the account's currency",
  )
})

it('shows prices in privacy mode', () => {
  expect(said({ ...price, direction: 'below' }, { privacy: true })).toContain('97,000.50')
})

it('writes figures as its language does', () => {
  expect(said({ kind: 'daily-loss', amount: decimal('1500.25') }, { language: 'ru' })).toBe(
    'Когда убыток за день достигает 1 500,25 в валюте счёта',
  )
})
