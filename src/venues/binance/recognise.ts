import type { Plan, Read, ReadOutcome } from '../../engine/ports/plan.ts'
import type { AccountKind } from '../../engine/ports/venue.ts'
import type { Environment } from '../../shared/fields.ts'
import { fail, ok, type Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { accept, ask, together } from './decode.ts'
import { canVerify } from './key-rights.ts'
import { NAME } from './name.ts'
import { keyRightsRead, signedRead } from './reads.ts'
import { accountConfig, balanceReports, type AccountConfig } from './wire-account.ts'
import { keyReport } from './wire-keys.ts'

/** The kind of account behind the key; one that the futures host does not serve explains itself. */
export function* recognisePlan(environment: Environment): Plan<AccountKind> {
  const [balance, config] = yield [signedRead('/fapi/v3/balance', 5), signedRead('/fapi/v1/accountConfig', 5)]
  const reports = together({
    balances: accept(balance, balanceReports, 'balance'),
    config: accept(config, accountConfig, 'accountConfig'),
  })
  if (!reports.ok) return fail(yield* explanationOf(reports.failure, environment))
  const identity = reports.value.balances.find(({ accountAlias }) => accountAlias !== '')?.accountAlias ?? null
  return ok({ kind: kindOf(reports.value.config), identity })
}

type Conversation<T> = Generator<readonly Read[], T, readonly ReadOutcome[]>

/**
 * Portfolio Margin takes the futures permission away from every key of the account, so the futures host only says
 * that this key may not; the wallet host tells why.
 */
function* explanationOf(failure: Failure, environment: Environment): Conversation<Failure> {
  if (failure.sentence.id !== 'venue.key-or-address' || !canVerify(environment)) return failure
  const report = yield* ask(keyRightsRead(), keyReport)
  return report.ok && report.value['enablePortfolioMarginTrading'] === true ? portfolioMargin() : failure
}

function portfolioMargin(): Failure {
  const values = { venue: NAME, kind: 'Portfolio Margin', instead: 'Portfolio Margin → USDⓈ-M Futures.' }
  return { code: 'venue', sentence: sentence('venue.unsupported-account', values), terminal: true }
}

function kindOf(config: AccountConfig): string {
  const assets = config.multiAssetsMargin ? 'Multi-Assets' : 'Single-Asset'
  return `USDⓈ-M Futures, ${assets}, ${config.dualSidePosition ? 'Hedge' : 'One-way'}`
}
