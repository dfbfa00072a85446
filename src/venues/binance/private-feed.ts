import type { z } from 'zod'
import type { AccountEvent } from '../../engine/account/event.ts'
import type { Heard, PrivateContext, PrivateFeed, Ticket } from '../../engine/ports/feed.ts'
import type { Hosts, MarketContext } from '../../engine/ports/venue.ts'
import type { MarketId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { hearAccountUpdate } from './account-update.ts'
import { hearAlgoUpdate } from './algo-update.ts'
import { hearConfigUpdate } from './config-update.ts'
import { decode } from './decode.ts'
import { unreadable } from './failure.ts'
import { asObject, readJson } from './json.ts'
import { hearOrderUpdate } from './order-update.ts'
import { privatePace } from './pace.ts'
import { hearControl, heartbeatFrame, subscribeFrames, unsubscribeFrames } from './subscribe.ts'
import { listenKey } from './ticket.ts'
import { hostOf } from './urls.ts'
import { accountUpdate, algoUpdate, configUpdate, orderTradeUpdate } from './wire-events.ts'

type HeardEvent = Result<Heard<AccountEvent>>
type Hear = (frame: unknown, context: PrivateContext, market: MarketId) => HeardEvent

/**
 * An allow-list: an event that is not named here never comes, and neither does the news that the key has expired.
 * Other forms of the address are silent on the live exchange.
 */
const EVENTS = [
  'ORDER_TRADE_UPDATE',
  'ACCOUNT_UPDATE',
  'ACCOUNT_CONFIG_UPDATE',
  'MARGIN_CALL',
  'TRADE_LITE',
  'ALGO_UPDATE',
  'STRATEGY_UPDATE',
  'GRID_UPDATE',
  'CONDITIONAL_ORDER_TRIGGER_REJECT',
  'listenKeyExpired',
]

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams */
export function privateFeed({ market, hosts }: MarketContext): PrivateFeed {
  return {
    name: 'user',
    pace: privatePace,
    ticketing: listenKey,
    topics: [],
    url: (ticket) => userStreamUrl(hosts, ticket),
    login: () => null,
    subscribe: subscribeFrames,
    unsubscribe: unsubscribeFrames,
    heartbeat: heartbeatFrame,
    hear: (text, context) => hearUserFrame(text, context, market),
  }
}

function userStreamUrl(hosts: Hosts, ticket: Ticket | null): string {
  if (ticket === null) throw new Error('The user stream cannot be opened without a listenKey')
  const key = encodeURIComponent(ticket.text)
  return `${hostOf(hosts, 'stream')}/private/ws?listenKey=${key}&events=${EVENTS.join('/')}`
}

function hearUserFrame(text: string, context: PrivateContext, market: MarketId): HeardEvent {
  const parsed = readJson(text, 'user stream')
  if (!parsed.ok) return parsed
  const frame = asObject(parsed.value)
  if (frame === null) return fail(unreadable('user stream'))
  const control = hearControl(frame)
  return control === null ? hearEvent(frame, context, market) : ok(control)
}

function hearEvent(frame: Readonly<Record<string, unknown>>, context: PrivateContext, market: MarketId): HeardEvent {
  const name = frame['e']
  if (typeof name !== 'string') return fail(unreadable('user stream: e'))
  const hear = EARS.get(name)
  return hear === undefined ? ok({ kind: 'ignored', what: `event ${name.slice(0, 60)}` }) : hear(frame, context, market)
}

/** Events that are not here are of no interest: fills told early and in part, and trading robots' own reports. */
const EARS: ReadonlyMap<string, Hear> = new Map<string, Hear>([
  ['ACCOUNT_UPDATE', earFor(accountUpdate, 'ACCOUNT_UPDATE', hearAccountUpdate)],
  ['ORDER_TRADE_UPDATE', earFor(orderTradeUpdate, 'ORDER_TRADE_UPDATE', hearOrderUpdate)],
  ['ALGO_UPDATE', earFor(algoUpdate, 'ALGO_UPDATE', hearAlgoUpdate)],
  ['ACCOUNT_CONFIG_UPDATE', earFor(configUpdate, 'ACCOUNT_CONFIG_UPDATE', hearConfigUpdate)],
  // Guidance that comes late: what it says may be over, so the truth is fetched.
  ['MARGIN_CALL', () => ok({ kind: 'resync', why: 'a margin call', items: [] })],
  ['listenKeyExpired', () => ok({ kind: 'ticket-expired' })],
])

function earFor<Frame>(
  schema: z.ZodType<Frame>,
  name: string,
  hear: (frame: Frame, context: PrivateContext, market: MarketId) => Heard<AccountEvent>,
): Hear {
  return (frame, context, market) => {
    const read = decode(schema, frame, name)
    return read.ok ? ok(hear(read.value, context, market)) : read
  }
}
