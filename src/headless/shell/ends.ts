import { timingSafeEqual } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Desk } from '../../engine/desk.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Table } from '../../engine/tables.ts'
import type { Stop } from '../../shared/link.ts'
import { createFeedReader } from '../feed/reader.ts'
import { takeBeat } from '../server/beats.ts'
import { sameToken } from '../server/guard.ts'
import { health } from '../server/health.ts'
import type { ServerOptions } from '../server/server.ts'
import { socketLink } from '../server/socket-link.ts'

export interface EndsOptions {
  readonly clock: Clock
  readonly version: string
  readonly startedAt: number
  readonly token: string
  readonly feedOpen: boolean
}

export interface Ends extends Pick<ServerOptions, 'answer' | 'upgrade'> {
  readonly stop: Stop
}

function rowsOf<Row>(table: Table<Row>): readonly Row[] {
  return [...table.rows()].map(([, row]) => row)
}

/** What the server's paths lead to: `/health`, others' `/heartbeat/…`, the page's `/link`, the public feed at `/ws`. */
export function createEnds(desk: Desk, options: EndsOptions): Ends {
  const readers = new Set<() => void>()

  function readFeed(socket: WebSocket): void {
    const { clock, version, startedAt } = options
    const wire = {
      get unsent() {
        return socket.bufferedAmount
      },
      send: (text: string) => socket.send(text),
    }
    const begin = () => createFeedReader(wire, { engine: desk.engine(), clock, version, startedAt })
    const state = { reader: begin() }
    const again = (): void => {
      state.reader.stop()
      state.reader = begin()
    }
    const stopSwitch = desk.onSwitch(again)
    const end = (): void => {
      stopSwitch()
      state.reader.stop()
      readers.delete(end)
    }
    readers.add(end)
    socket.on('message', (data: Buffer, isBinary: boolean) => state.reader.text(isBinary ? '' : data.toString('utf8')))
    socket.on('close', end)
  }

  return {
    answer: (ask) => {
      if (ask.path !== '/health') return takeBeat(ask, options.token, () => desk.engine().pulses)
      if (ask.method !== 'GET' && ask.method !== 'HEAD') return null
      const { mode, state } = desk.engine()
      const [accounts, streams] = [rowsOf(state.accounts), rowsOf(state.streams)]
      const program = { mode, version: options.version, startedAt: options.startedAt }
      return health(program, { accounts, streams }, options.clock.now())
    },
    upgrade: (path, query) => {
      if (path === '/link') return (socket) => desk.accept(socketLink(socket))
      if (path !== '/ws') return 'unknown'
      const open = options.feedOpen || sameToken(query.get('token') ?? '', options.token, timingSafeEqual)
      return open ? readFeed : 'forbidden'
    },
    stop: () => {
      for (const end of [...readers]) end()
    },
  }
}
