import { describe, expect, it } from 'vitest'
import type { Environment } from '../../shared/fields.ts'
import { bybit } from './venue.ts'
import { fixture, okBody, perform, replied } from './test/kit.ts'

const info = fixture('rest').keyInfo.result
const writable = { ...info, readOnly: 0 }
const noPowers = Object.fromEntries(Object.keys(info.permissions).map((group) => [group, []]))

function rights(result: unknown) {
  const performed = perform(bybit.keyRights('mainnet'), () => replied(okBody(result)))
  if (!performed.result.ok) throw new Error('No rights')
  return performed.result.value
}

describe('key rights', () => {
  it('a read-only key is safe although it still lists its powers', () => {
    expect(info.permissions.ContractTrade).toEqual(['Order', 'Position'])
    expect(rights(info)).toEqual({
      verdict: 'read-only',
      powers: [],
      addressBound: false,
      expiresAt: Date.UTC(2027, 1, 12, 9, 12, 45),
    })
  })

  it.each([0, 2, '1', true, null, undefined])('readOnly %j counts as writing', (readOnly) => {
    expect(rights({ ...info, readOnly, permissions: { ...noPowers, Spot: ['SpotTrade'] } })).toMatchObject({
      verdict: 'can-trade',
      powers: ['Spot: SpotTrade'],
    })
  })

  it.each([
    ['ContractTrade', 'Order'],
    ['Derivatives', 'DerivativesTrade'],
    ['Options', 'OptionsTrade'],
    ['CopyTrading', 'CopyTrading'],
    ['BlockTrade', 'BlockTrade'],
    ['Earn', 'Earn'],
    ['Affiliate', 'Affiliate'],
    ['ByXPost', 'ByXPost'],
    ['GroupOfNextYear', 'SomethingNew'],
  ])('%s: %s can trade', (group, power) => {
    expect(rights({ ...writable, permissions: { ...noPowers, [group]: [power] } })).toMatchObject({
      verdict: 'can-trade',
      powers: [`${group}: ${power}`],
    })
  })

  it.each([
    ['Wallet', 'Withdraw'],
    ['Wallet', 'AccountTransfer'],
    ['Wallet', 'SubMemberTransfer'],
    ['Wallet', 'SubMemberTransferList'],
    ['FiatP2P', 'FiatP2POrder'],
    ['FiatBitPay', 'FaitPayOrder'],
    ['BitCard', 'BitCard'],
    ['GroupOfNextYear', 'WithdrawEverything'],
  ])('%s: %s can withdraw or move funds', (group, power) => {
    const permissions = { ...noPowers, Spot: ['SpotTrade'], [group]: [power] }
    expect(rights({ ...writable, permissions })).toMatchObject({ verdict: 'can-withdraw' })
  })

  it('key rights fetched but ignored: no writable key of any shape passes as read-only', () => {
    for (const permissions of [info.permissions, noPowers, {}, null, undefined, [], 'all', { Wallet: 'Withdraw' }]) {
      expect(rights({ ...writable, permissions }).verdict).not.toBe('read-only')
    }
    expect(rights({}).verdict).toBe('unknown')
  })

  it('knows whether the key is bound to addresses and when it ends', () => {
    expect(rights({ ...info, ips: ['203.0.113.7'] }).addressBound).toBe(true)
    expect(rights({ ...info, ips: undefined }).addressBound).toBeNull()
    expect(rights({ ...info, expiredAt: '1970-01-01T00:00:00Z' }).expiresAt).toBeNull()
    expect(rights({ ...info, expiredAt: '' }).expiresAt).toBeNull()
  })

  it('never repeats the key', () => {
    expect(JSON.stringify(rights(info))).not.toContain(info.apiKey)
  })

  it('keeps to the room our rows have', () => {
    const permissions = { Group: Array.from({ length: 300 }, (_, index) => `Power${index}${'x'.repeat(200)}`) }
    const { powers } = rights({ ...writable, permissions })
    expect(powers).toHaveLength(64)
    expect(Math.max(...powers.map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  it('an answer without an object is a failure', () => {
    expect(perform(bybit.keyRights('mainnet'), () => replied(okBody(null))).result.ok).toBe(false)
  })
})

describe('recognising an account', () => {
  const recognise = (status: unknown, environment: Environment = 'mainnet') =>
    perform(bybit.recognise(environment), (read) =>
      replied(
        read.path === '/v5/account/info'
          ? status === 'refused'
            ? fixture('errors')['10005']
            : okBody({ marginMode: 'REGULAR_MARGIN', unifiedMarginStatus: status })
          : okBody(info),
      ),
    ).result

  it.each([
    [3, 'UTA 1.0'],
    [4, 'UTA 1.0 Pro'],
    [5, 'UTA 2.0'],
    [6, 'UTA 2.0 Pro'],
    [7, 'UTA'],
    ['5', 'UTA 2.0'],
  ])('status %j is %s, known by its user id', (status, kind) => {
    expect(recognise(status)).toEqual({ ok: true, value: { kind, identity: '1448939' } })
  })

  it('a classic account is explained and ends the matter', () => {
    expect(recognise(1)).toMatchObject({
      ok: false,
      failure: { terminal: true, sentence: { id: 'venue.unsupported-account', values: { kind: 'Classic' } } },
    })
  })

  it('demo trading is unified even where it will not say so', () => {
    expect(recognise('refused', 'demo-trading')).toMatchObject({ ok: true, value: { kind: 'UTA' } })
    expect(recognise('refused').ok).toBe(false)
    expect(recognise(undefined).ok).toBe(false)
  })
})
