import type { AlertCondition, ConditionOf } from '../../../../shared/alert-conditions.ts'
import { mul, decimal, type Decimal } from '../../../../shared/decimal.ts'
import { writeSpan, type Reader } from '../../../../shared/format/alert-text.ts'
import { formatAmount, HIDDEN, hundredfold, withoutTail } from '../../../../shared/format/amount.ts'
import { symbolOf } from '../../../../shared/ids.ts'
import { assertNever } from '../../../../shared/result.ts'
import type { Say } from '../../../words/words.ts'

/** A rule's condition as a plain sentence. Amounts are hidden in privacy mode; prices and shares are not. */
export function ruleSentence(condition: AlertCondition, say: Say, reader: Reader): string {
  switch (condition.kind) {
    case 'price-crosses':
      return priceSentence(condition, say, reader)
    case 'price-moves':
      return say(`rule.moves.${condition.direction}`, {
        symbol: symbolOf(condition.instrument),
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
      return balanceSentence(condition, say, reader)
    case 'funding-rate':
      return fundingSentence(condition, say, reader)
    case 'order-ended':
      return say(`rule.order.${condition.how}`)
    case 'stream-stale':
      return say('rule.stream-stale', { span: writeSpan(condition.forMs, reader.language) })
    case 'key-expires':
      return say('rule.key-expires', { days: condition.withinDays })
    case 'system':
      return systemSentence(condition, say, reader)
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

function priceSentence({ instrument, direction, price, of }: ConditionOf<'price-crosses'>, say: Say, reader: Reader) {
  const text = say(`rule.price.${direction}`, { symbol: symbolOf(instrument), price: exact(price, reader) })
  return of === 'mark' ? text : `${text} ${say('rule.of.last')}`
}

function balanceSentence({ asset, amount }: ConditionOf<'balance-changes'>, say: Say, reader: Reader): string {
  const text = secret(amount, reader)
  return asset === null ? say('rule.balance.any', { amount: text }) : say('rule.balance.one', { asset, amount: text })
}

function fundingSentence({ instrument, level, rate }: ConditionOf<'funding-rate'>, say: Say, reader: Reader): string {
  const symbol = instrument === null ? say('rule.funding.held') : symbolOf(instrument)
  return say(`rule.funding.${level}`, { symbol, share: share(rate, reader) })
}

function systemSentence({ figure, level, value, forMs }: ConditionOf<'system'>, say: Say, reader: Reader): string {
  return say(`rule.system.${level}`, {
    figure: say(`figure.${figure}`),
    value: systemValue(figure, value, reader),
    span: writeSpan(forMs, reader.language),
  })
}

function systemValue(figure: ConditionOf<'system'>['figure'], value: Decimal, reader: Reader): string {
  if (figure === 'processor') return share(value, reader)
  if (figure === 'event-loop-delay') return writeSpan(Number(value), reader.language)
  const megabytes = Number(mul(value, MEGA))
  return new Intl.NumberFormat(reader.language, { style: 'unit', unit: 'megabyte' }).format(Math.round(megabytes))
}

const MEGA = decimal('0.000001')

function exact(value: Decimal, { locale }: Reader): string {
  return formatAmount(withoutTail(value), locale)
}

function secret(value: Decimal, reader: Reader): string {
  return reader.privacy ? HIDDEN : exact(value, reader)
}

function share(fraction: Decimal, { locale }: Reader): string {
  return `${formatAmount(hundredfold(fraction), locale)}\u00a0%`
}
