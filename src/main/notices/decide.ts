import type { Overview } from '../overview/overview.ts'
import type { Speech } from '../words/speech.ts'
import { lookAtAccounts, type AccountMemory } from './account-news.ts'
import { accountNotice } from './account-notice.ts'
import { lookAtConnections, type ConnectionMemory } from './connection-news.ts'
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
}

export function beginMemory({ fills }: Overview, { now }: Moment): Memory {
  return { fills: beginFills(fills, now), connections: new Map(), accounts: new Map() }
}

/** What there is to tell after a look. Whether it is told, and how, is decided elsewhere. */
export function decide(memory: Memory, overview: Overview, moment: Moment, speech: Speech): Decision {
  const { accounts, streams } = overview
  const fills = lookAtFills(memory.fills, overview.fills, accounts, moment.now)
  const connections = lookAtConnections(memory.connections, streams, moment)
  const troubles = lookAtAccounts(memory.accounts, accounts, streams, moment)
  return {
    memory: { fills: fills.memory, connections: connections.memory, accounts: troubles.memory },
    notices: [
      ...fills.news.map((news) => fillNotice(news, accounts, speech)),
      ...connections.news.map((news) => connectionNotice(news, moment.now, speech)),
      ...troubles.news.map((news) => accountNotice(news, moment.now, speech)),
    ],
  }
}
