import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import type { Environment } from '../../shared/fields.ts'
import keys from './fixtures/keys.json' with { type: 'json' }
import { recognisePlan } from './recognise.ts'
import { answering, failureOf, payload, perform, refusal, valueOf } from './test/perform.ts'
import { reports } from './test/scene.ts'

function refusedAs(code: number, report: object, environment: Environment = 'mainnet') {
  const exchange = (read: Read) => (read.host === 'sapi' ? payload(report) : refusal(read, 401, code))
  return failureOf(perform(recognisePlan(environment), exchange))
}

describe('the kind of account', () => {
  it('is told with the identity that two keys of one account share', () => {
    expect(valueOf(perform(recognisePlan('mainnet'), answering(reports)))).toEqual({
      kind: 'USDⓈ-M Futures, Single-Asset, One-way',
      identity: 'SgsRmYfW',
    })
  })

  it('explains a Portfolio Margin account, which the futures host only refuses', () => {
    const failure = refusedAs(-2015, { ...keys.readOnly, enablePortfolioMarginTrading: true })
    expect(failure).toMatchObject({ terminal: true, sentence: { id: 'venue.unsupported-account' } })
    expect(failure.sentence.values['kind']).toBe('Portfolio Margin')
  })

  it('names the three causes of a refused key when it is not Portfolio Margin', () => {
    expect(refusedAs(-2015, keys.readOnly).sentence.id).toBe('venue.key-or-address')
    expect(refusedAs(-2015, [] as object).sentence.id).toBe('venue.key-or-address')
  })

  it('does not ask a wallet host that the environment does not have', () => {
    const asked: Read[] = []
    perform(recognisePlan('testnet'), (read) => refusal(read, 401, -2015), asked)
    expect(asked.map(({ host }) => host)).toEqual(['rest', 'rest'])
  })

  it('explains an inactive account', () => {
    expect(refusedAs(-4109, keys.readOnly)).toMatchObject({
      terminal: true,
      sentence: { id: 'venue.inactive-account' },
    })
  })
})
