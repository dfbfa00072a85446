import { assertNever, ok, type Result } from '../../shared/result.ts'
import type { LineFault } from '../faults.ts'
import { refuse } from '../ledger/problems.ts'
import { command, type Command, type Do } from './commands.ts'
import type { Desks } from './desks.ts'
import { keyRights, keyState } from './key-commands.ts'
import {
  accountKind,
  assetsMode,
  fees,
  leverage,
  liquidate,
  marginMode,
  positionMode,
  transfer,
} from './account-commands.ts'
import { fundNow, fundingRate, price, release } from './market-commands.ts'
import { truth } from './truth.ts'
import { cancel, end, fill, place, trade } from './order-commands.ts'

/** Carries out one command given as JSON, or says in a sentence why not. */
export function control(desks: Desks, input: unknown): Result<unknown> {
  const parsed = command.safeParse(input)
  if (parsed.success) return perform(desks, parsed.data)
  const [issue] = parsed.error.issues
  const problem = issue === undefined ? 'unreadable' : `${issue.path.join('.') || 'do'}: ${issue.message}`
  return refuse('simulator.command', { problem })
}

function perform(desks: Desks, wish: Command): Result<unknown> {
  switch (wish.do) {
    case 'price':
      return price(desks, wish)
    case 'release':
      return release(desks, wish)
    case 'trade':
      return trade(desks, wish)
    case 'place':
      return place(desks, wish)
    case 'cancel':
      return cancel(desks, wish)
    case 'end':
      return end(desks, wish)
    case 'fill':
      return fill(desks, wish)
    case 'funding':
      return fundNow(desks, wish)
    case 'funding-rate':
      return fundingRate(desks, wish)
    case 'transfer':
      return transfer(desks, wish)
    case 'liquidate':
      return liquidate(desks, wish)
    case 'leverage':
      return leverage(desks, wish)
    case 'margin-mode':
      return marginMode(desks, wish)
    case 'position-mode':
      return positionMode(desks, wish)
    case 'assets-mode':
      return assetsMode(desks, wish)
    case 'fees':
      return fees(desks, wish)
    case 'account-kind':
      return accountKind(desks, wish)
    case 'key-rights':
      return keyRights(desks, wish)
    case 'key-state':
      return keyState(desks, wish)
    case 'state':
      return truth(desks, wish.account)
    default:
      return disturb(desks, wish)
  }
}

type Disturbance = Do<
  | 'listen-key-expire'
  | 'drop'
  | 'silence'
  | 'delay'
  | 'duplicate'
  | 'reorder'
  | 'garble'
  | 'lose'
  | 'rest'
  | 'handshake'
  | 'say'
  | 'heal'
  | 'clock'
  | 'offline'
  | 'online'
  | 'bot'
>

function disturb(desks: Desks, wish: Disturbance): Result<unknown> {
  switch (wish.do) {
    case 'listen-key-expire':
      return done(() => desks.signal({ kind: 'listen-key-expires', account: wish.account }))
    case 'drop':
      return ok({ lines: desks.lines.drop(wish.lines, wish.end) })
    case 'silence':
      return spoil(desks, wish, { kind: 'silence', heartbeats: wish.heartbeats })
    case 'delay':
      return spoil(desks, wish, { kind: 'delay', ms: wish.ms })
    case 'duplicate':
    case 'reorder':
    case 'garble':
    case 'lose':
      return spoil(desks, wish, { kind: wish.do })
    case 'rest':
      return done(() =>
        desks.rest.spoil({
          venue: wish.venue,
          pathPrefix: wish.path,
          times: wish.times ?? Infinity,
          fault: wish.fault,
        }),
      )
    case 'handshake':
      return done(() => desks.doors.shut({ ...wish, pathPrefix: wish.path, times: wish.times ?? Infinity }))
    case 'say':
      return ok({ lines: desks.lines.say(wish.lines, wish.text) })
    case 'heal':
      return done(() => desks.heal())
    case 'clock':
      return done(() => desks.moveClock(wish.offsetMs))
    case 'offline':
      return done(() => desks.setReach('offline'))
    case 'online':
      return done(() => desks.setReach('online'))
    case 'bot':
      return done(() => desks.setBot(wish.turn))
    default:
      return assertNever(wish)
  }
}

function spoil(
  desks: Desks,
  wish: Do<'silence' | 'delay' | 'duplicate' | 'reorder' | 'garble' | 'lose'>,
  fault: LineFault,
): Result<unknown> {
  const { lines: choice, frames, reach } = wish
  return ok({ lines: desks.lines.spoil({ choice, fault, frames: frames ?? Infinity, reach }) })
}

function done(act: () => void): Result<null> {
  act()
  return ok(null)
}
