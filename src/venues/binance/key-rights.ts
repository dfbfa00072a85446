import type { Plan } from '../../engine/ports/plan.ts'
import type { KeyRights } from '../../shared/account-rows.ts'
import type { Environment } from '../../shared/fields.ts'
import { ok } from '../../shared/result.ts'
import { ask } from './decode.ts'
import { keyRightsRead } from './reads.ts'
import { keyReport, type KeyReport } from './wire-keys.ts'

type Rights = Omit<KeyRights, 'checkedAt'>

const UNVERIFIED: Rights = { verdict: 'unknown', powers: [], addressBound: null, expiresAt: null }

const MOVES_MONEY = new Set(['enableWithdrawals', 'enableInternalTransfer', 'permitsUniversalTransfer'])
const HARMLESS = new Set(['enableReading', 'enableFixReadOnly'])
const POWER = /^(?:enable|permits)/

/**
 * What the key may do, from the wallet host. Testnet and demo trading have no such host, so their keys stay
 * unverified; so does any key whose rights could not be read. Unverified is never safe.
 */
export function* keyRightsPlan(environment: Environment): Plan<Rights> {
  if (!canVerify(environment)) return ok(UNVERIFIED)
  const report = yield* ask(keyRightsRead(), keyReport)
  return ok(report.ok ? rightsOf(report.value) : UNVERIFIED)
}

export function canVerify(environment: Environment): boolean {
  return environment === 'mainnet' || environment === 'simulator'
}

/** A flag that is set and not known to be harmless is a power, whatever it is called; an absent flag is no promise. */
export function rightsOf(report: KeyReport): Rights {
  const powers = Object.keys(report).filter((flag) => isPower(flag, report[flag]))
  return {
    verdict: verdictOf(powers, report),
    powers: powers.slice(0, 64).map((flag) => flag.slice(0, 80)),
    addressBound: typeof report['ipRestrict'] === 'boolean' ? report['ipRestrict'] : null,
    expiresAt: expiryOf(report['tradingAuthorityExpirationTime']),
  }
}

function isPower(flag: string, value: unknown): boolean {
  return POWER.test(flag) && !HARMLESS.has(flag) && isSet(value)
}

/** Anything but a plain "no" counts as set. */
function isSet(value: unknown): boolean {
  return value !== false && value !== 0 && value !== null && value !== 'false' && value !== ''
}

function verdictOf(powers: readonly string[], report: KeyReport): Rights['verdict'] {
  if (powers.some((power) => MOVES_MONEY.has(power))) return 'can-withdraw'
  if (powers.length > 0) return 'can-trade'
  return report['enableReading'] === true && isComplete(report) ? 'read-only' : 'unknown'
}

/** Without these stated, "read-only" would be a guess. */
function isComplete(report: KeyReport): boolean {
  return [...MOVES_MONEY, 'enableFutures'].every((flag) => report[flag] === false)
}

function expiryOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}
