import type { Plan } from '../../engine/ports/plan.ts'
import type { KeyRights } from '../../shared/account-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok } from '../../shared/result.ts'
import { read, unreadable } from './failures.ts'
import { signedRead } from './reads.ts'
import { keyInfo, type KeyInfo } from './wire-rest.ts'

type Rights = Omit<KeyRights, 'checkedAt'>

interface Power {
  readonly group: string
  readonly name: string
}

const PATH = '/v5/user/query-api'
const MOST_POWERS = 64

/** Groups whose powers take money out of the account or move it elsewhere. */
const moving: ReadonlySet<string> = new Set([
  'Wallet',
  'FiatP2P',
  'FiatBitPay',
  'FiatBybitPay',
  'FiatGlobalPay',
  'FiatConvertBroker',
  'BitCard',
])

/** What the exchange says the key may do. Any key may ask. Docs: https://bybit-exchange.github.io/docs/v5/user/apikey-info */
export function* keyRights(): Plan<Rights> {
  const [outcome] = yield [signedRead(PATH)]
  if (outcome?.kind !== 'payload') return fail(outcome?.failure ?? unreadable(PATH))
  const info = read(keyInfo, outcome.payload, PATH)
  return info.ok ? ok(rightsOf(info.value)) : info
}

/**
 * A read-only key still lists the powers it was made with, so `readOnly` decides and only an outspoken 1 is believed.
 * Without it every power counts, those of groups unknown to us as well.
 */
export function rightsOf(info: KeyInfo): Rights {
  const powers = info.readOnly === 1 ? [] : powersIn(info.permissions)
  return {
    verdict: info.readOnly === 1 ? 'read-only' : verdictOn(powers),
    powers: (powers ?? []).slice(0, MOST_POWERS).map(({ group, name }) => `${group}: ${name}`.slice(0, 80)),
    addressBound: isBound(info.ips),
    expiresAt: expiryOf(info.expiredAt),
  }
}

function verdictOn(powers: readonly Power[] | null): Rights['verdict'] {
  if (powers === null) return 'unknown'
  return powers.some(({ group, name }) => moving.has(group) || /withdraw|transfer/i.test(name))
    ? 'can-withdraw'
    : 'can-trade'
}

/** Null when the answer does not list powers at all. */
function powersIn(permissions: unknown): readonly Power[] | null {
  if (typeof permissions !== 'object' || permissions === null || Array.isArray(permissions)) return null
  return Object.entries(permissions).flatMap(([group, names]) => namesIn(names).map((name) => ({ group, name })))
}

/** A value of an unknown shape is a power too, unless it is empty. */
function namesIn(names: unknown): readonly string[] {
  if (Array.isArray(names)) return names.map((name) => (typeof name === 'string' ? name : 'unknown'))
  return names === null || names === undefined || names === '' || names === false ? [] : ['unknown']
}

/** `["*"]` is any address. */
function isBound(ips: unknown): boolean | null {
  if (!Array.isArray(ips) || ips.length === 0) return null
  return !ips.includes('*')
}

/** 1970 stands for "never". */
function expiryOf(expiredAt: unknown): Time | null {
  const time = typeof expiredAt === 'string' ? Date.parse(expiredAt) : Number.NaN
  return Number.isNaN(time) || time <= 0 ? null : time
}
