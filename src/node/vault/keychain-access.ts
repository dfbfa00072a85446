import type { Clock } from '../../engine/ports/clock.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { keychainFailure, keychainMissing, keychainSilent } from './keychain-trouble.ts'
import { loadKeychain, type Keychain } from './keychain.ts'

/** The entries of one service in a keychain, one question at a time, because each may be a prompt to the user. */
export interface KeychainAccess {
  /** Null when there is surely no such entry. */
  read(account: string): Promise<Result<string | null>>
  write(account: string, text: string): Promise<Result<null>>
  /** Surely gone afterwards. */
  erase(account: string): Promise<Result<null>>
  /** Gone if that takes no question to the user; answers whether it is known to be. */
  eraseQuietly(account: string): Promise<boolean>
  /** What is wrong with the keychain, without asking the user anything. */
  problem(): Promise<Failure | null>
}

export interface AccessPorts {
  readonly clock: Pick<Clock, 'after' | 'monotonic'>
  readonly service: string
  readonly load?: (() => Promise<Keychain>) | undefined
}

/** Long enough for a person to type the keychain's own password into its prompt. */
const PATIENCE_MS = 120_000
/** A keychain that only looks something up, with no prompt to wait for. */
const LOOK_UP_MS = 5000
/** Many accounts ask at a start: a prompt that one of them saw dismissed is not shown again for each. */
const ANSWER_HOLDS_MS = 10_000
/** Written and taken away again, to tell a locked keychain from one without the entry. */
const PROBE = 'open?'

interface Access extends AccessPorts {
  readonly load: () => Promise<Keychain>
  turn: Promise<unknown>
  asking: number
  trouble: { readonly failure: Failure; readonly at: number } | null
}

type Work<T> = (keychain: Keychain) => Promise<T>

export function createKeychainAccess(ports: AccessPorts): KeychainAccess {
  const access: Access = {
    ...ports,
    load: ports.load ?? loadKeychain,
    turn: Promise.resolve(),
    asking: 0,
    trouble: null,
  }
  const { service } = ports
  const surely =
    <T>(first: Work<T>, settled: (answer: T) => boolean): Work<T> =>
    async (keychain) => {
      const answer = await first(keychain)
      if (settled(answer)) return answer
      await probe(keychain, service)
      return first(keychain)
    }

  return {
    read: (account) =>
      held(
        access,
        surely(
          (keychain) => keychain.getPassword(service, account),
          (text) => text !== null,
        ),
      ),
    write: async (account, text) => done(await ask(access, (keychain) => keychain.setPassword(service, account, text))),
    erase: async (account) =>
      done(
        await held(
          access,
          surely(
            (keychain) => keychain.deletePassword(service, account),
            (gone) => gone,
          ),
        ),
      ),
    eraseQuietly: async (account) => {
      const gone = await lookUp(access, (keychain) => keychain.deletePassword(service, account))
      return gone.ok && gone.value
    },
    problem: () => problem(access),
  }
}

/** What cannot be found may be locked; what can be written to is not. Asks the user to unlock it where that helps. */
async function probe(keychain: Keychain, service: string): Promise<void> {
  await keychain.setPassword(`${service} ${PROBE}`, PROBE, PROBE)
  await keychain.deletePassword(`${service} ${PROBE}`, PROBE)
}

async function problem(access: Access): Promise<Failure | null> {
  const known = access.trouble?.failure ?? null
  if (access.asking > 0) return known
  const looked = await lookUp(access, (keychain) => keychain.getPassword(`${access.service} ${PROBE}`, PROBE))
  return looked.ok ? known : looked.failure
}

function lookUp<T>(access: Access, work: Work<T>): Promise<Result<T>> {
  return withKeychain(access, LOOK_UP_MS, work)
}

/** Like `ask`, but with the answer that another question got a moment ago. */
function held<T>(access: Access, work: Work<T>): Promise<Result<T>> {
  return inTurn(access, () => {
    const { trouble } = access
    const holds = trouble !== null && access.clock.monotonic() - trouble.at < ANSWER_HOLDS_MS
    return holds ? Promise.resolve(fail(trouble.failure)) : answer(access, work)
  })
}

function ask<T>(access: Access, work: Work<T>): Promise<Result<T>> {
  return inTurn(access, () => answer(access, work))
}

function inTurn<T>(access: Access, work: () => Promise<Result<T>>): Promise<Result<T>> {
  access.asking += 1
  const mine = access.turn.then(work).finally(() => (access.asking -= 1))
  access.turn = mine
  return mine
}

async function answer<T>(access: Access, work: Work<T>): Promise<Result<T>> {
  const result = await withKeychain(access, PATIENCE_MS, work)
  access.trouble = result.ok ? null : { failure: result.failure, at: access.clock.monotonic() }
  return result
}

async function withKeychain<T>({ clock, load }: Access, ms: number, work: Work<T>): Promise<Result<T>> {
  const keychain = await load().then(ok, (error: unknown) => fail(keychainMissing(error)))
  return keychain.ok ? within(clock, ms, Promise.resolve(keychain.value).then(work)) : keychain
}

function within<T>(clock: AccessPorts['clock'], ms: number, work: Promise<T>): Promise<Result<T>> {
  return new Promise((resolve) => {
    const stop = clock.after(ms, () => resolve(fail(keychainSilent(ms))))
    work
      .then((value) => resolve(ok(value)))
      .catch((error: unknown) => resolve(fail(keychainFailure(error))))
      .finally(stop)
  })
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result
}
