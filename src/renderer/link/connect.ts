import type { Client } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { DownFrame, Mode, UpFrame } from '../../shared/frames.ts'
import type { Link, Stop } from '../../shared/link.ts'
import { createClient } from './client.ts'
import { createOpenCalls } from './open-calls.ts'
import { createOpenLives } from './open-lives.ts'

/** The page's protocol; the engine refuses another. Kept equal to `PROTOCOL` in shared/frames.ts by a test. */
export const PAGE_PROTOCOL = 1

export type Connection =
  | { readonly state: 'connecting'; readonly tries: number }
  /** `engineAhead` is the engine's clock minus the page's, in milliseconds, for showing ages. */
  | { readonly state: 'connected'; readonly mode: Mode; readonly build: string; readonly engineAhead: number }
  /** Not let in: another protocol (only a reload helps) or no valid token. It does not try again by itself. */
  | { readonly state: 'refused'; readonly why: 'protocol' | 'token' }

/** What the connection needs of the page. */
export interface Surroundings {
  /** Dials the engine; called anew after every loss. */
  open(): Link
  readonly token: string | null
  now(): number
  after(ms: number, run: () => void): Stop
  /** Runs after the next paint: `requestAnimationFrame` in a browser. */
  afterPaint(run: () => void): void
  /** Applies all changes of one frame as one transaction. */
  batch(run: () => void): void
  onConnection(connection: Connection): void
}

export interface Connected {
  readonly client: Client<AppContract>
  readonly stop: Stop
}

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5_000

/**
 * Keeps one connection to the engine: dials, greets, re-opens every live after a loss, applies each frame in one
 * transaction and acknowledges it once painted.
 */
export function connect(surroundings: Surroundings): Connected {
  const line = { link: null as Link | null, greeted: false, seq: 0, tries: 0, stops: [] as Stop[], ended: false }

  function send(frame: UpFrame): boolean {
    if (line.link === null || (!line.greeted && frame.type !== 'hello')) return false
    line.link.send(JSON.stringify(frame))
    return true
  }

  const calls = createOpenCalls(send)
  const lives = createOpenLives(send)

  function dial(): void {
    if (line.ended) return
    surroundings.onConnection({ state: 'connecting', tries: line.tries })
    line.tries += 1
    line.greeted = false
    line.seq = 0
    const link = surroundings.open()
    line.link = link
    line.stops = [link.onText(hear), link.onClose(lose)]
    send({
      type: 'hello',
      protocol: PAGE_PROTOCOL,
      ...(surroundings.token === null ? {} : { token: surroundings.token }),
    })
  }

  function hangUp(): void {
    for (const stop of line.stops.splice(0)) stop()
    const link = line.link
    line.link = null
    line.greeted = false
    link?.close()
  }

  function lose(): void {
    hangUp()
    calls.lose()
    if (line.ended) return
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, line.tries - 1))
    line.stops = [surroundings.after(wait, dial)]
    surroundings.onConnection({ state: 'connecting', tries: line.tries })
  }

  function turnedAway(why: 'protocol' | 'token'): void {
    hangUp()
    surroundings.onConnection({ state: 'refused', why })
  }

  function welcome(frame: Extract<DownFrame, { type: 'welcome' }>): void {
    if (frame.protocol !== PAGE_PROTOCOL) return turnedAway('protocol')
    line.greeted = true
    line.tries = 0
    const engineAhead = frame.at - surroundings.now()
    surroundings.onConnection({ state: 'connected', mode: frame.mode, build: frame.build, engineAhead })
    lives.reopen()
    calls.resend()
  }

  function apply(frame: Extract<DownFrame, { type: 'frame' }>): void {
    if (frame.seq !== line.seq + 1) return lose()
    line.seq = frame.seq
    const link = line.link
    surroundings.batch(() => {
      for (const part of frame.parts) lives.apply(part)
    })
    surroundings.afterPaint(() => {
      if (line.link === link) send({ type: 'ack', seq: frame.seq })
    })
  }

  function hear(text: string): void {
    // The engine is the page's only peer and every frame it sends is typed by the same source.
    const frame = JSON.parse(text) as DownFrame
    if (frame.type === 'welcome') return welcome(frame)
    if (frame.type === 'refused') return turnedAway(frame.why)
    if (frame.type === 'frame') return apply(frame)
    if (frame.type === 'done') return calls.done(frame.id, frame.result)
    lives.lost(frame.id, frame.failure)
  }

  dial()
  return {
    client: createClient(calls, lives),
    stop: () => {
      line.ended = true
      hangUp()
      calls.lose()
    },
  }
}
