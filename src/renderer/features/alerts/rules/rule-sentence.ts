import type { AlertCondition, ConditionOf } from '../../../../shared/alert-conditions.ts'
import type { Decimal } from '../../../../shared/decimal.ts'
import { writeBytes, writeSpan, type Reader } from '../../../../shared/format/alert-text.ts'
import { formatAmount, HIDDEN, hundredfold, withoutTail } from '../../../../shared/format/amount.ts'
import { assertNever } from '../../../../shared/result.ts'
import type { ContractName } from '../../../state/use-contract-name.ts'
import type { Say } from '../../../words/words.ts'

/** For whom a rule is said. */
export interface Hearer {
  readonly say: Say
  readonly reader: Reader
  readonly contractName: ContractName
}

/** A rule's condition as a plain sentence. Amounts are hidden in privacy mode; prices and shares are not. */
export function ruleSentence(condition: AlertCondition, hearer: Hearer): string {
  const { say, reader, contractName } = hearer
  switch (condition.kind) {
    case 'price-crosses':
      return priceSentence(condition, hearer)
    case 'price-moves':
      return say(`rule.moves.${condition.direction}`, {
        symbol: contractName(condition.instrument),
        share: share(condition.fraction, reader),
        span: writeSpan(condition.withinMs, reader.language),
      })
    case 'position-pnl':
      return say(`rule.pnl.${condition.level}`, { amount: secret(condition.amount, reader) })
    case 'position-roi':
      return say(`rule.roi.${condition.level}`, { share: share(condition.fraction, reader) })
    case 'liquidation-distance':
    case 'margin-ratio':
    case 'drawdown':
      return say(`rule.${condition.kind}`, { share: share(condition.fraction, reader) })
    case 'daily-loss':
      return say('rule.daily-loss', { amount: secret(condition.amount, reader) })
    case 'balance-changes':
      return balanceSentence(condition, hearer)
    case 'funding-rate':
      return fundingSentence(condition, hearer)
    case 'order-ended':
      return say(`rule.order.${condition.how}`)
    case 'stream-stale':
      return say('rule.stream-stale', { span: writeSpan(condition.forMs, reader.language) })
    case 'key-expires':
      return say('rule.key-expires', { span: writeSpan(condition.withinDays * DAY_MS, reader.language) })
    case 'system':
      return systemSentence(condition, hearer)
    case 'fill':
    case 'liquidation':
    case 'transfer':
    case 'key-rights-changed':
    case 'restart':
      return say(`rule.${condition.kind}`)
    default:
      return assertNever(condition)
  }
}

function priceSentence(condition: ConditionOf<'price-crosses'>, { say, reader, contractName }: Hearer): string {
  const { instrument, direction, price, of } = condition
  const text = say(`rule.price.${direction}`, { symbol: contractName(instrument), price: exact(price, reader) })
  return of === 'mark' ? text : `${text} ${say('rule.of.last')}`
}

function balanceSentence({ asset, amount }: ConditionOf<'balance-changes'>, { say, reader }: Hearer): string {
  const text = secret(amount, reader)
  return asset === null ? say('rule.balance.any', { amount: text }) : say('rule.balance.one', { asset, amount: text })
}

function fundingSentence(condition: ConditionOf<'funding-rate'>, { say, reader, contractName }: Hearer): string {
  const { instrument, level, rate } = condition
  const symbol = instrument === null ? say('rule.funding.held') : contractName(instrument)
  return say(`rule.funding.${level}`, { symbol, share: share(rate, reader) })
}

function systemSentence({ figure, level, value, forMs }: ConditionOf<'system'>, { say, reader }: Hearer): string {
  return say(`rule.system.${level}`, {
    figure: say(`figure.${figure}`),
    value: systemValue(figure, value, reader),
    span: writeSpan(forMs, reader.language),
  })
}

function systemValue(figure: ConditionOf<'system'>['figure'], value: Decimal, reader: Reader): string {
  if (figure === 'processor') return share(value, reader)
  if (figure === 'event-loop-delay') return writeSpan(Number(value), reader.language)
  return writeBytes(Number(value), reader.language)
}

const DAY_MS = 86_400_000

function exact(value: Decimal, { locale }: Reader): string {
  return formatAmount(withoutTail(value), locale)
}

function secret(value: Decimal, reader: Reader): string {
  return reader.privacy ? HIDDEN : exact(value, reader)
}

function share(fraction: Decimal, { locale }: Reader): string {
  return `${formatAmount(hundredfold(fraction), locale)}\u00a0%`
}
