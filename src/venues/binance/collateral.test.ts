import { describe, expect, it } from 'vitest'
import rest from './fixtures/rest-account.json' with { type: 'json' }
import { snapshotWith } from './test/scene.ts'

const [usdt] = rest.account.assets

function withAssets(assets: readonly unknown[], multiAssetsMargin: boolean) {
  return snapshotWith({
    '/fapi/v3/account': { ...rest.account, assets },
    '/fapi/v1/accountConfig': { ...rest.accountConfig, multiAssetsMargin },
  })
}

const asset = (name: string, walletBalance: string, more: object = {}) => ({
  ...usdt,
  asset: name,
  walletBalance,
  marginBalance: walletBalance,
  unrealizedProfit: '0',
  maintMargin: '0',
  initialMargin: '0',
  ...more,
})

describe('single-asset mode', () => {
  it('states totals in USDT and values only USDT itself', () => {
    const { totals, balances } = withAssets(rest.account.assets, false)
    expect(totals).toMatchObject({ currency: 'USDT', equity: '5063.99500000', available: '4692.14525000' })
    expect(balances).toHaveLength(1)
    expect(balances[0]).toMatchObject({ asset: 'USDT', rate: '1', available: '4692.14525000' })
  })

  it('does not pass off totals that leave USDC and BTC out as the whole account’s', () => {
    const { totals, balances } = withAssets([usdt, asset('USDC', '250'), asset('BTC', '0.01')], false)
    expect(totals).toMatchObject({ equity: null, wallet: null, maintenanceMargin: '25.47298000' })
    expect(balances.map(({ asset: name, rate }) => [name, rate])).toEqual([
      ['USDT', '1'],
      ['USDC', null],
      ['BTC', null],
    ])
  })

  it('does not pass off margins of one pool as the whole account’s when another pool bears margin too', () => {
    const { totals } = withAssets([usdt, asset('USDC', '250', { maintMargin: '1.5' })], false)
    expect(totals).toMatchObject({ marginBalance: null, maintenanceMargin: null, initialMargin: null })
  })

  it('leaves out assets the account does not hold', () => {
    const { balances } = withAssets([usdt, asset('BUSD', '0.00000000')], false)
    expect(balances.map(({ asset: name }) => name)).toEqual(['USDT'])
  })
})

describe('multi-assets mode', () => {
  const held = [
    asset('USDT', '-113.29772855'),
    asset('BTC', '0.01'),
    asset('BNFCR', '20'),
    asset('LDUSDT', '5'),
    asset('U', '1'),
  ]

  it('values what is owned at the bid and what is owed at the ask', () => {
    const { balances, totals, modes } = withAssets(held, true)
    expect(modes).toMatchObject({ sharedCollateral: true, marginMode: 'cross' })
    expect(totals).toMatchObject({ currency: 'USD', equity: '5063.99500000' })
    expect(balances.map(({ asset: name, wallet, rate }) => [name, wallet, rate])).toEqual([
      ['USDT', '-113.29772855', '1.00050000'],
      ['BTC', '0.01', '87115.00000000'],
      ['BNFCR', '20', '1.00000000'],
      ['LDUSDT', '5', null],
      ['U', '1', null],
    ])
  })

  it('does not repeat the account’s available amount for every asset', () => {
    expect(withAssets(held, true).balances.map(({ available }) => available)).toEqual([null, null, null, null, null])
  })
})
