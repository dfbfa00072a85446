import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import rest from './fixtures/rest-account.json' with { type: 'json' }
import { snapshotPlan } from './snapshot.ts'
import { answering, failureOf, payload, perform, valueOf } from './test/perform.ts'
import { market, reports } from './test/scene.ts'

function refusedFor(replaced: object): string | undefined {
  const failure = failureOf(perform(snapshotPlan(market), answering({ ...reports, ...replaced })))
  return failure.sentence.values['what']
}

describe('a good answer with nothing in it', () => {
  it('does not flatten an account whose other report still has the position', () => {
    expect(refusedFor({ '/fapi/v3/positionRisk': [] })).toBe('positionRisk: a position is missing')
    expect(refusedFor({ '/fapi/v3/positionRisk': rest.positionRisk.slice(1) })).toContain('missing')
  })

  it('does not take the settings or the assets away', () => {
    expect(refusedFor({ '/fapi/v1/symbolConfig': [] })).toBe('symbolConfig: empty')
    expect(refusedFor({ '/fapi/v3/account': { ...rest.account, assets: [] } })).toBe('account: assets')
  })

  it('is asked for once more, since a trade may have come between two reports', () => {
    const asked: Read[] = []
    const exchange = (read: Read) => {
      const first = asked.filter(({ path }) => path === '/fapi/v3/positionRisk').length === 1
      return read.path === '/fapi/v3/positionRisk' && first ? payload([]) : answering(reports)(read)
    }
    expect(valueOf(perform(snapshotPlan(market), exchange, asked)).positions).toHaveLength(2)
    expect(asked.map(({ path }) => path).filter((path) => path === '/fapi/v3/positionRisk')).toHaveLength(2)
  })

  it('is the truth of an account that has nothing', () => {
    const account = { ...rest.account, totalWalletBalance: '0.00000000', assets: [], positions: [] }
    const empty = { '/fapi/v3/account': account, '/fapi/v3/positionRisk': [], '/fapi/v1/symbolConfig': [] }
    const snapshot = valueOf(perform(snapshotPlan(market), answering({ ...reports, ...empty })))
    expect([snapshot.positions, snapshot.balances]).toEqual([[], []])
  })
})
