import { z } from 'zod'
import { alertContract } from './alert-contract.ts'
import {
  accountRow,
  balanceRow,
  equityPoint,
  fillRow,
  flowRow,
  keyRights,
  orderRow,
  positionRow,
  totalRow,
} from './account-rows.ts'
import { call, live, type Contract } from './contract-words.ts'
import { desktopChoices, desktopRow, outsideLink, place, updateRow, wantedPlace } from './desktop-rows.ts'
import {
  accountIdField,
  environment,
  instrumentIdField,
  marketIdField,
  maybeTime,
  text,
  time,
  venueIdField,
} from './fields.ts'
import { appInfo, budgetRow, driftRow, settingsRow, streamRow } from './health-rows.ts'
import { candleInterval, candleRow, instrumentRow, priceRow, watchRow } from './market-rows.ts'

export type { Call, Contract, Live } from './contract-words.ts'

const nothing = z.null()
const list = <Row extends z.ZodType>(row: Row, most: number) => z.array(row).max(most).readonly()
const oneAccount = z.strictObject({ account: z.union([z.literal('all'), accountIdField]) })
const historyPage = z.strictObject({
  account: z.union([z.literal('all'), accountIdField]),
  instrument: instrumentIdField.nullable(),
  before: time,
  count: z.int().min(1).max(500),
})

/** A new key on its way to the vault. The secret goes in here and comes out nowhere. */
export const newAccount = z.strictObject({
  venue: venueIdField,
  environment,
  label: text(60).min(1),
  apiKey: text(200).min(1),
  apiSecret: text(8000).min(1),
  acceptTradingKey: z.boolean(),
})
export type NewAccount = z.infer<typeof newAccount>

/**
 * Everything a page can ask of the engine. The engine's handlers, the page's client and the test double are all
 * typed from this object. Groups are nouns; a call answers once, a live stays true.
 */
export const contract = {
  app: {
    info: call(nothing, appInfo),
    /** Ends every link; the page finds the other mode when it reconnects. */
    switchMode: call(z.strictObject({ mode: z.enum(['live', 'demo']) }), nothing),
    /** Opens the file vault for this run. */
    unlockVault: call(z.strictObject({ passphrase: text(1000).min(1) }), nothing),
    /** Keeps keys in a file sealed with this passphrase from now on; accounts that waited for a keychain begin. */
    useFileVault: call(z.strictObject({ passphrase: text(1000).min(1) }), nothing),
  },
  accounts: {
    list: live(nothing, accountRow),
    /** Asks the exchange what a key may do, keeping nothing. */
    check: call(newAccount, z.strictObject({ rights: keyRights, kind: text(60) })),
    add: call(newAccount, accountIdField),
    recheck: call(z.strictObject({ account: accountIdField }), keyRights),
    rename: call(z.strictObject({ account: accountIdField, label: text(60).min(1) }), nothing),
    remove: call(z.strictObject({ account: accountIdField }), nothing),
  },
  portfolio: {
    totals: live(nothing, totalRow),
    balances: live(oneAccount, balanceRow),
    positions: live(oneAccount, positionRow),
    orders: live(oneAccount, orderRow),
    /** The newest fills, at most 200. */
    fills: live(oneAccount, fillRow),
    /** The newest funding, fees and transfers, at most 200. */
    flows: live(oneAccount, flowRow),
    olderFills: call(historyPage, list(fillRow, 500)),
    olderFlows: call(historyPage, list(flowRow, 500)),
    /** The equity curve between two moments in at most `points` points, with transfers marked. */
    equity: call(
      z.strictObject({
        account: z.union([z.literal('all'), accountIdField]),
        from: time,
        to: time,
        points: z.int().min(2).max(2000),
      }),
      z.strictObject({ currency: text(16), points: list(equityPoint, 2000), provenFrom: maybeTime }),
    ),
  },
  market: {
    watchlist: live(nothing, watchRow),
    watch: call(z.strictObject({ instrument: instrumentIdField }), nothing),
    unwatch: call(z.strictObject({ instrument: instrumentIdField }), nothing),
    reorder: call(z.strictObject({ instruments: z.array(instrumentIdField).max(500) }), nothing),
    search: call(z.strictObject({ text: text(40), market: marketIdField.nullable() }), list(instrumentRow, 50)),
    prices: live(z.strictObject({ instruments: z.array(instrumentIdField).max(500) }), priceRow),
    /** Closed candles before a moment, oldest first. */
    candles: call(
      z.strictObject({
        instrument: instrumentIdField,
        interval: candleInterval,
        before: time,
        count: z.int().min(1).max(1000),
      }),
      list(candleRow, 1000),
    ),
    /** The candle being built and the ones just closed. */
    candle: live(z.strictObject({ instrument: instrumentIdField, interval: candleInterval }), candleRow),
  },
  health: {
    streams: live(nothing, streamRow),
    budgets: live(nothing, budgetRow),
    /** The newest differences found, at most 200. */
    drift: live(nothing, driftRow),
  },
  settings: {
    current: live(nothing, settingsRow),
    change: call(settingsRow.partial(), nothing),
  },
  ...alertContract,
  /** The desktop app's own; its lives are empty and its calls denied in the headless shell. */
  desktop: {
    state: live(nothing, desktopRow),
    change: call(desktopChoices.partial(), nothing),
    wanted: live(nothing, wantedPlace),
    /** What the page shows, so that nobody is notified of what is before their eyes. */
    showing: call(place, nothing),
    openLink: call(z.strictObject({ link: outsideLink }), nothing),
  },
  updates: {
    state: live(nothing, updateRow),
    check: call(nothing, nothing),
    download: call(nothing, nothing),
    /** Ends the program, installs what was downloaded and verified, and starts again. */
    install: call(nothing, nothing),
  },
} as const satisfies Contract

export type AppContract = typeof contract
