import type { Environment } from '../../shared/fields.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { AccountKind } from '../../engine/ports/venue.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { unsupportedAccount } from './codes.ts'
import { read, unreadable } from './failures.ts'
import { identityAsk, identityOf } from './identity.ts'
import { readReports, type Report } from './pages.ts'
import { signedRead } from './reads.ts'
import { wholeOf } from './values.ts'
import { accountInfo } from './wire-rest.ts'

const CLASSIC = 1

/** Docs: https://bybit-exchange.github.io/docs/v5/enum#unifiedmarginstatus */
const kinds: ReadonlyMap<number | null, string> = new Map([
  [3, 'UTA 1.0'],
  [4, 'UTA 1.0 Pro'],
  [5, 'UTA 2.0'],
  [6, 'UTA 2.0 Pro'],
])
const UNIFIED = 'UTA'

/**
 * Which kind of account the key belongs to, and whose. A classic account ends the matter with an explanation. Demo
 * trading has not always answered about its kind; it is always unified.
 */
export function* recognise(environment: Environment): Plan<AccountKind> {
  const reports = yield* readReports([
    {
      read: signedRead('/v5/account/info'),
      shape: 'object',
      needed: environment === 'demo-trading' ? 'if-possible' : 'always',
    },
    identityAsk,
  ])
  if (!reports.ok) return reports
  const [info, key] = reports.value
  const kind = kindOf(info)
  return kind.ok ? ok({ kind: kind.value, identity: identityOf(key) }) : kind
}

function kindOf(report: Report | undefined): Result<string> {
  const [row] = report?.rows ?? []
  if (row === undefined) return ok(UNIFIED)
  const info = read(accountInfo, row, '/v5/account/info')
  if (!info.ok) return info
  const status = wholeOf(info.value.unifiedMarginStatus)
  if (status === null) return fail(unreadable('/v5/account/info: unifiedMarginStatus'))
  return status === CLASSIC ? fail(classic()) : ok(kinds.get(status) ?? UNIFIED)
}

function classic(): Failure {
  return { code: 'denied', sentence: unsupportedAccount(), terminal: true }
}
