import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import keys from './fixtures/keys.json' with { type: 'json' }
import { keyRightsPlan, rightsOf } from './key-rights.ts'
import { answering, perform, refusal, valueOf } from './test/perform.ts'

const PATH = '/sapi/v1/account/apiRestrictions'
const rights = (more: object) => rightsOf({ ...keys.readOnly, ...more })
const verdict = (more: object) => rights(more).verdict

describe('what a key may do', () => {
  it('is only reading when every power is denied in so many words', () => {
    expect(rights({})).toEqual({ verdict: 'read-only', powers: [], addressBound: true, expiresAt: null })
  })

  it.each(['enableWithdrawals', 'enableInternalTransfer', 'permitsUniversalTransfer'])('moves money by %s', (flag) => {
    expect(rights({ [flag]: true })).toMatchObject({ verdict: 'can-withdraw', powers: [flag] })
  })

  it.each([
    'enableFutures',
    'enableMargin',
    'enableSpotAndMarginTrading',
    'enableVanillaOptions',
    'enablePortfolioMarginTrading',
    'enableFixApiTrade',
  ])('trades by %s', (flag) => {
    expect(rights({ [flag]: true })).toMatchObject({ verdict: 'can-trade', powers: [flag] })
  })

  it('names a power that is new to us and takes it for trading at least', () => {
    expect(rights({ enableTeleport: true, permitsBarter: 1 })).toMatchObject({
      verdict: 'can-trade',
      powers: ['enableTeleport', 'permitsBarter'],
    })
  })

  it('does not take an absent flag for a denied one', () => {
    for (const flag of ['enableReading', 'enableFutures', 'enableWithdrawals', 'permitsUniversalTransfer'])
      expect(verdict({ [flag]: undefined }), flag).not.toBe('read-only')
    expect(rightsOf({}).verdict).toBe('unknown')
  })

  it('tells whether the key is bound to addresses and when trading ends', () => {
    expect(rights({ ipRestrict: false, tradingAuthorityExpirationTime: 1_800_000_000_000 })).toMatchObject({
      addressBound: false,
      expiresAt: 1_800_000_000_000,
    })
    expect(rights({ ipRestrict: undefined }).addressBound).toBeNull()
  })

  it('is never "read-only" with any power set, whatever else is in the report', () => {
    const flags = fc.dictionary(fc.stringMatching(/^(?:enable|permits)[A-Z][a-z]{2,9}$/), fc.jsonValue())
    const property = fc.property(flags, (more) => {
      const powerful = Object.values(more).some((value) => value === true)
      if (powerful) expect(verdict(more)).not.toBe('read-only')
    })
    fc.assert(property)
  })
})

describe('asking for it', () => {
  it('asks the wallet host, signed', () => {
    const asked: Read[] = []
    valueOf(perform(keyRightsPlan('mainnet'), answering({ [PATH]: keys.readOnly }), asked))
    expect(asked).toMatchObject([{ host: 'sapi', path: PATH, access: 'signed' }])
  })

  it('stays unverified, never safe, when the wallet host refuses or talks nonsense', () => {
    for (const exchange of [(read: Read) => refusal(read, 401, -2015), answering({ [PATH]: [] }), answering({})])
      expect(valueOf(perform(keyRightsPlan('mainnet'), exchange))).toMatchObject({ verdict: 'unknown', powers: [] })
  })

  it.each(['testnet', 'demo-trading'] as const)(
    'cannot verify keys of %s, and does not send them elsewhere',
    (place) => {
      const asked: Read[] = []
      expect(valueOf(perform(keyRightsPlan(place), answering({}), asked)).verdict).toBe('unknown')
      expect(asked).toEqual([])
    },
  )
})
