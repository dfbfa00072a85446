import type { AccountRow } from '../../shared/account-rows.ts'
import { worstOfMany } from '../../engine/portfolio/freshness.ts'
import type { Freshness } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import type { Place } from '../../shared/desktop-rows.ts'
import { assertNever } from '../../shared/result.ts'
import type { Overview } from '../overview/overview.ts'
import type { Speech } from '../words/speech.ts'
import { accountLine } from './account-line.ts'
import type { Attention } from './attention.ts'
import { toolTipOf } from './tool-tip.ts'

export type TrayImage = 'live' | 'stale' | 'offline' | 'alarm'

export interface TrayState {
  readonly overview: Overview
  readonly attention: Attention
  readonly now: Time
}

export type TrayAction =
  | { readonly do: 'show' }
  | { readonly do: 'open'; readonly place: Place }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'quit' }

export type TrayItem =
  { readonly kind: 'action'; readonly label: string; readonly action: TrayAction } | { readonly kind: 'separator' }

export interface TrayModel {
  readonly image: TrayImage
  readonly toolTip: string
  readonly items: readonly TrayItem[]
}

const SYSTEM: Place = { tab: 'system', account: null, instrument: null }
const separator: TrayItem = { kind: 'separator' }

/** What the tray shows; equal for equal input but for an age in minutes, so that it is seldom drawn anew. */
export function trayModel(state: TrayState, speech: Speech): TrayModel {
  const { overview, now } = state
  const image = imageOf(state)
  return {
    image,
    toolTip: toolTipOf(overview, image, speech),
    items: [
      action(speech.say('tray.show'), { do: 'show' }),
      separator,
      ...overview.accounts.map((row) => accountItem(row, overview, now, speech)),
      ...(overview.accounts.length > 0 ? [separator] : []),
      pauseItem(overview.desktop?.pausedUntil ?? null, now, speech),
      action(speech.say('tray.diagnostics'), { do: 'open', place: SYSTEM }),
      separator,
      action(speech.say('tray.quit'), { do: 'quit' }),
    ],
  }
}

/** Offline is when nothing at all is heard; one of several that is not heard makes the whole stale. */
function imageOf({ overview, attention }: TrayState): TrayImage {
  if (attention === 'alarm') return 'alarm'
  const streams = overview.streams.filter(({ required }) => required).map(({ state }) => state)
  const together = worstOfMany([...streams, ...overview.accounts.map(freshnessOf)])
  switch (together) {
    case 'live':
    case 'checking':
      return 'live'
    case 'stale':
      return 'stale'
    case 'down':
      return 'offline'
    default:
      return assertNever(together)
  }
}

function freshnessOf({ state }: AccountRow): Freshness {
  return state === 'starting' ? 'checking' : state === 'refused' ? 'down' : state
}

function accountItem(row: AccountRow, { streams }: Overview, now: Time, speech: Speech): TrayItem {
  const place: Place = { tab: 'account', account: row.account, instrument: null }
  return action(accountLine(row, streams, now, speech), { do: 'open', place })
}

function pauseItem(until: Time | null, now: Time, { say, clock }: Speech): TrayItem {
  if (until === null || until <= now) return action(say('tray.pause'), { do: 'pause' })
  return action(say('tray.resume', { time: clock(until) }), { do: 'resume' })
}

/** An ampersand of a name would make a keyboard shortcut of what follows it. */
function action(label: string, does: TrayAction): TrayItem {
  return { kind: 'action', label: label.replaceAll('&', '&&'), action: does }
}
