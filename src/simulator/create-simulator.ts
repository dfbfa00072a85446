import type { Clock } from '../engine/ports/clock.ts'
import type { HttpAnswer } from '../engine/ports/http.ts'
import type { Log } from '../engine/ports/log.ts'
import type { AccountSpec } from './accounts/account-spec.ts'
import { demoAccounts } from './accounts/demo-accounts.ts'
import { pastEquity } from './accounts/past-equity.ts'
import { createBinanceFace } from './binance/face.ts'
import type { BinanceOptions } from './binance/options.ts'
import { createBybitFace } from './bybit/face.ts'
import { control } from './control/control.ts'
import { answer, type FaceEntry } from './answer.ts'
import { createWorld } from './create-world.ts'
import { createHeartbeat } from './heartbeat.ts'
import type { Verify } from './ledger/keys.ts'
import type { Connected, Simulator } from './simulator.ts'

export interface SimulatorOptions {
  readonly market: 'walking' | 'still'
  readonly bot: 'on' | 'off'
  /** This many contracts more ("SYN001USDT" …), for load. */
  readonly syntheticContracts: number
  readonly accounts: readonly AccountSpec[]
  /** Checks public-key signatures; absent, such keys are always refused. */
  readonly verify: Verify | null
  readonly binance: Partial<BinanceOptions>
}

export interface SimulatorPorts {
  readonly clock: Clock
  /** The same seed at the same time is the same exchange. */
  readonly seed: number
  readonly log?: Log
  readonly options?: Partial<SimulatorOptions>
}

const usualOptions: SimulatorOptions = {
  market: 'walking',
  bot: 'on',
  syntheticContracts: 0,
  accounts: demoAccounts,
  verify: null,
  binance: {},
}

/** An exchange in a box: one market and ledger behind both venues' faces. Nothing moves by itself before `start`. */
export function createSimulator({ clock, seed, log, options: given }: SimulatorPorts): Simulator {
  const options = { ...usualOptions, ...given }
  const { world, desks, reach } = createWorld({ clock, seed, log: log ?? silent, options })
  const heartbeat = createHeartbeat(world, desks, options)
  const faces: readonly FaceEntry[] = [
    { venue: 'bybit', face: createBybitFace(world) },
    { venue: 'binance', face: createBinanceFace(world, options.binance) },
  ]
  return {
    respond: (request): Promise<HttpAnswer> => answer({ clock, faces, reach, rest: desks.rest }, request),
    connect: (target, address, peer): Connected => {
      const path = target.split('?', 1)[0] ?? target
      const found = faces.find(({ face }) => face.serves(path))
      if (found === undefined) return { kind: 'refused', status: 404, body: '' }
      const status = desks.doors.take(found.venue, path)
      if (status !== null) return { kind: 'refused', status, body: '' }
      const connected = found.face.connect(target, address, peer)
      return connected.kind === 'accepted' ? stirring(connected, () => desks.lines.stir(peer)) : connected
    },
    control: (command) => control({ ...desks, setBot: (turn) => heartbeat.setBot(turn) }, command),
    pastEquity: (id, moments) => {
      const account = world.ledger.account(id)
      return account === null ? null : pastEquity(account, world.market, moments)
    },
    start: () => {
      for (const { face } of faces) face.start()
      heartbeat.start()
    },
    stop: () => {
      heartbeat.stop()
      desks.lines.drop({}, { kind: 'close', code: 1001, reason: '' })
      for (const { face } of faces) face.stop()
    },
  }
}

/** A client's ping is answered like every other sign of life, so that a silenced line can leave it unanswered. */
function stirring(connected: Connected & { kind: 'accepted' }, stir: () => void): Connected {
  const { incoming } = connected
  return {
    kind: 'accepted',
    incoming: {
      ...incoming,
      ping: () => {
        incoming.ping()
        stir()
      },
    },
  }
}

const silent: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => silent,
}
