import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createListenKeys } from './listen-keys.ts'

const HOUR = 3_600_000

function setUp() {
  const clock = createManualClock(0)
  const expired: string[] = []
  const minted: string[] = []
  const mint = () => {
    minted.push(`key-${minted.length + 1}`)
    return minted.at(-1) ?? ''
  }
  const keys = createListenKeys({
    clock,
    mint,
    lifeMs: HOUR,
    onExpired: (key, account) => expired.push(`${account} ${key}`),
  })
  return { clock, keys, expired }
}

describe('listen keys', () => {
  it('are one per account, and issuing again extends the same one', () => {
    const { clock, keys, expired } = setUp()
    expect([keys.issue('a'), keys.issue('b')]).toEqual(['key-1', 'key-2'])
    clock.advance(HOUR - 1)
    expect(keys.issue('a')).toBe('key-1')
    clock.advance(HOUR - 1)
    expect(expired).toEqual(['b key-2'])
    expect([keys.ownerOf('key-1'), keys.ownerOf('key-2'), keys.ownerOf('bogus')]).toEqual(['a', 'b', null])
  })

  it('live an hour from the last keep-alive, then are gone for good', () => {
    const { clock, keys, expired } = setUp()
    keys.issue('a')
    clock.advance(HOUR / 2)
    expect(keys.keep('a')).toBe('key-1')
    clock.advance(HOUR - 1)
    expect(expired).toEqual([])
    clock.advance(1)
    expect(expired).toEqual(['a key-1'])
    expect(keys.keep('a')).toBeNull()
    expect(keys.issue('a')).toBe('key-2')
  })

  it('can be ended at once, which ends nobody else’s', () => {
    const { clock, keys, expired } = setUp()
    keys.issue('a')
    keys.issue('b')
    keys.expire('a')
    keys.expire('a')
    expect(expired).toEqual(['a key-1'])
    expect([keys.current('a'), keys.current('b')]).toEqual([null, 'key-2'])
    keys.stop()
    expect(clock.waiting).toBe(0)
  })
})
