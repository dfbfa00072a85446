import { contract } from '../shared/contract.ts'
import type { Mode } from '../shared/frames.ts'
import type { Link, Stop } from '../shared/link.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'
import type { Engine } from './engine.ts'
import { serve } from './link/serve.ts'
import type { MachineEvent } from './ports/machine.ts'
import type { Ports } from './ports/ports.ts'

/** One mode's host parts: its own data folder, vault and network. */
export interface Side {
  readonly ports: Ports
  /** Tells this side what happens to the computer. */
  report(event: MachineEvent): void
  stop(): Promise<void>
}

export interface DeskOptions {
  /** Null when only the demo may be shown. */
  readonly live: Side | null
  openDemo(): Promise<Result<Side>>
  makeEngine(mode: Mode, side: Side, desk: Desk): Engine
  readonly build: string
  /** Demanded of links; null where the transport proves who is calling. */
  readonly token: string | null
}

/** Holds the one running engine, live or demo, and the links to it. The two never run at once and share nothing. */
export interface Desk {
  readonly live: Side | null
  engine(): Engine
  accept(link: Link): void
  /** Passes on what the shell hears of the computer to every side that is open. */
  report(event: MachineEvent): void
  /** Resolves once what waits to be written is on disk, as far as the disk takes it. */
  flush(): Promise<void>
  /**
   * Stops one engine, starts the other and hangs up every link; pages come back to the other mode. Decided at once and
   * carried out in the next turn, because who asks is answered over one of those links.
   */
  switchMode(mode: Mode): Result<null>
  onSwitch(take: () => void): Stop
  stop(): Promise<void>
}

const FRAME_MS = 24

export async function openDesk(options: DeskOptions): Promise<Result<Desk>> {
  const links = new Map<Link, Stop>()
  const listeners = new Set<() => void>()
  const now = { engine: null as Engine | null, side: null as Side | null, switching: false }

  const desk: Desk = { live: options.live, engine, accept, report, flush, switchMode, onSwitch, stop }

  function engine(): Engine {
    if (now.engine === null) throw new Error('The desk has no engine before it is opened')
    return now.engine
  }

  async function open(mode: Mode): Promise<Result<null>> {
    const side = mode === 'live' && options.live !== null ? ok(options.live) : await options.openDemo()
    if (!side.ok) return side
    now.side = side.value
    now.engine = options.makeEngine(mode, side.value, desk)
    now.engine.start()
    return ok(null)
  }

  async function leave(): Promise<void> {
    hangUp()
    await now.engine?.stop()
    if (now.side !== options.live) await now.side?.stop()
    now.engine = null
  }

  function switchMode(mode: Mode): Result<null> {
    if (mode === now.engine?.mode || now.switching) return ok(null)
    if (mode === 'live' && options.live === null) return fail(denied('account.demo-only'))
    if (mode === 'live' && options.live?.ports.store.accounts().length === 0) return fail(denied('account.none-live'))
    now.switching = true
    now.side?.ports.clock.after(0, () => void change(mode, engine().mode))
    return ok(null)
  }

  async function change(mode: Mode, former: Mode): Promise<void> {
    try {
      await leave()
      await openOr(former, mode)
    } finally {
      now.switching = false
      if (now.engine !== null) for (const take of [...listeners]) take()
    }
  }

  /** What cannot be opened leaves the user where he was; where even that fails, whoever catches the rest is told. */
  async function openOr(former: Mode, mode: Mode): Promise<void> {
    const opened = await tryOpen(mode)
    const back = opened ? ok(null) : await open(former)
    if (!back.ok) throw new Error(`Neither engine can be opened: ${back.failure.sentence.id}`)
  }

  async function tryOpen(mode: Mode): Promise<boolean> {
    const { log } = now.side?.ports ?? fallback()
    try {
      const opened = await open(mode)
      if (!opened.ok) log.warn('This mode cannot be opened', { mode, why: opened.failure.sentence.id })
      return opened.ok
    } catch (error) {
      log.error('This mode cannot be opened', { mode, why: String(error) })
      return false
    }
  }

  function accept(link: Link): void {
    if (now.engine === null) return link.close()
    const { clock, random, log } = now.side?.ports ?? fallback()
    const { handlers, tables, mode } = now.engine
    const { build, token } = options
    const stop = serve(link, { contract, handlers, tables, clock, random, log, build, mode, token, frameMs: FRAME_MS })
    links.set(link, stop)
    link.onClose(() => links.delete(link))
  }

  function hangUp(): void {
    for (const [link, stop] of [...links]) {
      stop()
      link.close()
    }
    links.clear()
  }

  const sides = (): readonly Side[] => [...new Set([options.live, now.side])].filter((side) => side !== null)

  function report(event: MachineEvent): void {
    for (const side of sides()) side.report(event)
  }

  async function flush(): Promise<void> {
    await Promise.all(sides().map(({ ports }) => ports.store.flush()))
  }

  function onSwitch(take: () => void): Stop {
    listeners.add(take)
    return () => void listeners.delete(take)
  }

  async function stop(): Promise<void> {
    await leave()
    await options.live?.stop()
  }

  const opened = await open(firstMode(options.live))
  return opened.ok ? ok(desk) : opened
}

function firstMode(live: Side | null): Mode {
  return live !== null && live.ports.store.accounts().length > 0 ? 'live' : 'demo'
}

function fallback(): never {
  throw new Error('An engine never runs without its side')
}

function denied(id: 'account.demo-only' | 'account.none-live') {
  return { code: 'denied', sentence: sentence(id) } as const
}
