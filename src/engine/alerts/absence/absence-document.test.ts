import { expect, it } from 'vitest'
import type { FlowRow } from '../../../shared/account-rows.ts'
import { absenceKey, type AbsenceRow, type AlertRow } from '../../../shared/alert-rows.ts'
import { decimal } from '../../../shared/decimal.ts'
import { readLocale } from '../../../shared/format/amount.ts'
import { accountId } from '../../../shared/ids.ts'
import { createTranslate } from '../../../shared/translate.ts'
import { createMemoryStore } from '../../account/test/memory-store.ts'
import { createEngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { compose, type Desk } from '../compose.ts'
import { allClear } from '../heartbeat/all-clear.ts'
import { accountRow, BTC, fillRow, MAIN, START } from '../test/rows.ts'
import { createAbsenceDocuments } from './absence-document.ts'
import { toldAbsence } from './told-absence.ts'

const HOUR = 3_600_000
const row: AbsenceRow = {
  account: null,
  from: START,
  to: START + HOUR,
  cause: 'sleep',
  fills: 1,
  funding: [],
  pnl: [],
  alerts: 0,
  blindMinutes: 60,
  readAt: null,
}
const own: AbsenceRow = { ...row, account: MAIN, cause: 'offline' }
const absence = toldAbsence(row, '', row.to)
const daily = { now: START, timeZone: 'UTC', at: 0, accounts: 2, alerts: 1, undelivered: 0 }

function stage() {
  const store = createMemoryStore()
  const state = createEngineState(createTables())
  state.accounts.set(MAIN, accountRow({ label: '=Main, "1"', venueName: 'Venue' }))
  for (const each of [row, own]) state.alerts.absences.set(absenceKey(each), each)
  const documents = createAbsenceDocuments(store, state)
  const parcel = { channel: 'mail', key: 'key', deliveries: [], packing: 'kept' } as const
  const attached = (alerts: readonly AlertRow[] = [absence], desk: Partial<Desk> = {}, privacy = false) => {
    const reader = { language: 'en', locale: readLocale('en'), timeZone: 'UTC', privacy } as const
    const usual: Desk = { reader, translate: createTranslate('en'), mode: 'live', now: START }
    return compose(alerts, parcel, { ...usual, ...desk }, documents).attachments
  }
  const lines = (desk: Partial<Desk> = {}) =>
    new TextDecoder().decode(attached([absence], desk)[0]?.bytes).split('\r\n')
  return { store, attached, lines }
}

function flow(changes: Partial<FlowRow>): FlowRow {
  const about = { account: MAIN, label: '', instrument: BTC, symbol: 'BTCUSDT', rate: null } as const
  return { ...about, flow: 'x', kind: 'funding', amount: decimal('0'), asset: 'USDT', at: START, ...changes }
}

it('the report of an absence carries its fills and its funding, oldest first, in exact digits', () => {
  const { store, attached, lines } = stage()
  store.appendFills([
    fillRow({ fill: '1', side: 'sell', price: decimal('97001.50'), quantity: decimal('0.00100000'), at: START + HOUR }),
    fillRow({ fill: '2', account: accountId('gone'), fee: null, realisedPnl: null, cause: 'adl', at: START }),
    fillRow({ fill: 'before', at: START - 1 }),
    fillRow({ fill: 'after', at: START + HOUR + 1 }),
  ])
  store.appendFlows([
    flow({ flow: 'a', amount: decimal('-0.123456789012345678'), at: START + 5 }),
    flow({ flow: 'b', kind: 'transfer', amount: decimal('100'), at: START + 6 }),
  ])
  expect(attached()).toMatchObject([{ name: 'Tidemark-while-away-2026-11-18T11-06-40.csv', type: 'text/csv' }])
  expect(lines()).toEqual([
    'Time (UTC),Account,Exchange,Symbol,Kind,Side,Price,Quantity,Fee,Fee asset,Realised PnL,Funding,Funding asset',
    '2026-11-18T11:06:40.000Z,gone,,BTCUSDT,adl,buy,100,1,,USDT,,,',
    `2026-11-18T11:06:40.005Z,"'=Main, ""1""",Venue,BTCUSDT,funding,,,,,,,-0.123456789012345678,USDT`,
    `2026-11-18T12:06:40.000Z,"'=Main, ""1""",Venue,BTCUSDT,trade,sell,97001.50,0.00100000,0.1,USDT,0,,`,
  ])
})

it('says in its last line that it was cut', () => {
  const { store, lines } = stage()
  store.appendFills(Array.from({ length: 10_000 }, (_, at) => fillRow({ fill: String(at), at: START + 1 + at })))
  expect(lines()).toHaveLength(10_001)
  store.appendFlows([flow({ at: START })])
  const cut = lines()
  expect(cut).toHaveLength(10_002)
  expect(cut[1]).toMatch(/^2026-11-18T11:06:40\.001Z,.*,trade,/)
  expect(cut.at(-1)).toBe('There were more: only the newest 10000 are listed.')
})

it('is in the language of its reader, with a mark that tells spreadsheets its encoding, and says that a demo is one', () => {
  const { store, attached, lines } = stage()
  store.appendFills([fillRow()])
  const [document] = attached([absence], { translate: createTranslate('bg'), mode: 'demo' })
  expect(document?.name).toMatch(/^DEMO-Tidemark-докато-ви-нямаше-/)
  expect([...(document?.bytes.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
  expect(lines({ translate: createTranslate('bg') })[0]).toMatch(/^Време \(UTC\),Сметка,Борса,/)
})

it('goes with a digest too, but with nothing else, not in privacy mode, and not empty', () => {
  const { store, attached } = stage()
  expect(attached()).toEqual([])
  store.appendFills([fillRow()])
  const other = allClear('all-clear 1', daily)
  expect(attached([other, absence])).toHaveLength(1)
  expect(attached([{ ...other, at: START }])).toEqual([])
  expect(attached([absence], {}, true)).toEqual([])
})

it('the report of one account carries what happened to that one alone', () => {
  const { store, attached } = stage()
  store.appendFills([fillRow({ fill: '1' }), fillRow({ fill: '2', account: accountId('gone'), symbol: 'ETHUSDT' })])
  const text = new TextDecoder().decode(attached([toldAbsence(own, 'Main', own.to)])[0]?.bytes)
  expect(text.split('\r\n')).toHaveLength(2)
  expect(text).not.toContain('ETHUSDT')
})
