import type { Overview } from '../overview/overview.ts'
import type { Speech } from '../words/speech.ts'
import { lookAtAccounts, type AccountMemory } from './account-news.ts'
import { accountNotice } from './account-notice.ts'
import { partNews, readAlerted } from './alerted.ts'
import { LOST_AFTER_MS, lookAtConnections, type ConnectionMemory } from './connection-news.ts'
import { connectionNotice } from './connection-notice.ts'
import { beginFills, lookAtFills, type FillMemory } from './fill-news.ts'
import { fillNotice } from './fill-notice.ts'
import type { Moment, Notice } from './notice.ts'

/** What was seen of one engine so far; another engine begins with nothing. */
export interface Memory {
  readonly fills: FillMemory
  readonly connections: ConnectionMemory
  readonly accounts: AccountMemory
}

export interface Decision {
  readonly memory: Memory
  readonly notices: readonly Notice[]
  /** What an alert tells of already. */
  readonly alerted: readonly Notice[]
}

export function beginMemory({ fills }: Overview, { now }: Moment): Memory {
  return { fills: beginFills(fills, now), connections: new Map(), accounts: new Map() }
}

/** What there is to tell after a look. Whether it is told, and how, is decided elsewhere. */
export function decide(memory: Memory, overview: Overview, moment: Moment, speech: Speech): Decision {
  const { accounts, streams } = overview
  const alerted = readAlerted(overview, moment.now)
  const lostAfterMs = alerted.lostAfterMs ?? LOST_AFTER_MS
  const fills = lookAtFills(memory.fills, overview.fills, accounts, moment.now)
  const connections = lookAtConnections(memory.connections, streams, moment, lostAfterMs)
  const troubles = lookAtAccounts(memory.accounts, accounts, streams, moment, alerted.stream)
  const { here, byRule } = partNews({ fills: fills.news, connections: connections.news }, alerted)
  const written = (news: typeof here): readonly Notice[] => [
    ...news.fills.map((each) => fillNotice(each, accounts, speech)),
    ...news.connections.map((each) => connectionNotice(each, moment.now, speech)),
  ]
  return {
    memory: { fills: fills.memory, connections: connections.memory, accounts: troubles.memory },
    notices: [...written(here), ...troubles.news.map((news) => accountNotice(news, moment.now, speech))],
    alerted: written(byRule),
  }
}
