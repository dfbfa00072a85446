import { OS_CHANNEL } from '../../engine/alerts/channels/stored-channels.ts'
import { inScope } from '../../engine/alerts/scope.ts'
import type { FillRow } from '../../shared/account-rows.ts'
import type { RuleRow } from '../../shared/alert-rows.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { AlertsOverview, Overview } from '../overview/overview.ts'
import type { ConnectionNews } from './connection-news.ts'
import type { FillNews } from './fill-news.ts'

/**
 * What rules tell through this computer's notices. A fact is told once: where a rule tells it, the notice about the
 * same fact is held back.
 */
export interface Alerted {
  /** How long a connection is lost before a rule tells of it; null: none does. */
  readonly lostAfterMs: number | null
  /** Whether that rule tells also that the connection is back. */
  readonly restored: boolean
  fill(row: FillRow): boolean
  stream(row: StreamRow): boolean
}

/** A rule that waits longer is no news of a lost connection. */
export const REPLACES_WITHIN_MS = 120_000

export function readAlerted({ alerts, desktop }: Pick<Overview, 'alerts' | 'desktop'>, now: Time): Alerted {
  const rules = desktop?.notices.alert === 'off' ? [] : alerts.rules.filter((rule) => tells(rule, alerts, now))
  const streams = rules.filter((rule) => staleForMs(rule) <= REPLACES_WITHIN_MS)
  const everywhere = streams.filter(({ account }) => account === 'all')
  const lostAfterMs = everywhere.length === 0 ? null : Math.min(...everywhere.map(staleForMs))
  return {
    lostAfterMs,
    restored: everywhere.some((rule) => rule.recovery && staleForMs(rule) === lostAfterMs),
    fill: (row) => rules.some((rule) => tellsFill(rule, row)),
    stream: ({ account }) => streams.some((rule) => rule.account === 'all' || rule.account === account),
  }
}

/** News of both kinds, cut into what is told here and what a rule tells. */
export interface Parted {
  readonly here: News
  readonly byRule: News
}

interface News {
  readonly fills: readonly FillNews[]
  readonly connections: readonly ConnectionNews[]
}

export function partNews({ fills, connections }: News, alerted: Alerted): Parted {
  const isByRule = ({ kind }: ConnectionNews): boolean =>
    kind === 'lost' ? alerted.lostAfterMs !== null : alerted.restored
  return {
    here: {
      fills: fills.flatMap((news) => onlyFills(news, (row) => !alerted.fill(row))),
      connections: connections.filter((news) => !isByRule(news)),
    },
    byRule: {
      fills: fills.flatMap((news) => onlyFills(news, alerted.fill)),
      connections: connections.filter(isByRule),
    },
  }
}

function onlyFills(news: FillNews, which: (row: FillRow) => boolean): readonly FillNews[] {
  const fills = news.fills.filter(which)
  return fills.length === 0 ? [] : [{ ...news, fills }]
}

function tells(rule: RuleRow, { computer }: AlertsOverview, now: Time): boolean {
  const level = rule.channels[OS_CHANNEL] ?? computer?.level ?? 'off'
  return rule.enabled && level !== 'off' && (rule.mutedUntil === null || rule.mutedUntil <= now)
}

function staleForMs({ condition }: RuleRow): number {
  return condition.kind === 'stream-stale' ? condition.forMs : Infinity
}

/** What happened before a rule was made is none of its. */
function tellsFill(rule: RuleRow, { account, instrument, cause, at }: FillRow): boolean {
  const kind = cause === 'liquidation' || cause === 'adl' ? 'liquidation' : 'fill'
  return rule.condition.kind === kind && inScope(rule, account, instrument) && at >= rule.createdAt
}
