import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../engine/test/manual-clock.ts'
import { createConnectionLife, venuePace } from './connection-life.ts'

const MINUTE = 60_000

function setUp() {
  const clock = createManualClock(0)
  const did: string[] = []
  const line = {
    ping: () => void did.push(`ping ${clock.monotonic() / MINUTE}`),
    close: (code: number) => void did.push(`close ${code}`),
    terminate: () => void did.push('terminate'),
  }
  return { clock, did, life: createConnectionLife(clock, line, venuePace) }
}

describe('the life of a connection', () => {
  it('is pinged every three minutes and dropped ten minutes after the last pong', () => {
    const { clock, did, life } = setUp()
    clock.advance(6 * MINUTE)
    expect(did).toEqual(['ping 3', 'ping 6'])
    life.ponged()
    clock.advance(10 * MINUTE - 1)
    expect(did).not.toContain('terminate')
    clock.advance(1)
    expect(did.at(-1)).toBe('terminate')
    expect(clock.waiting).toBe(0)
  })

  it('ends after a day however well it behaves', () => {
    const { clock, did, life } = setUp()
    for (let minute = 0; minute < 24 * 60; minute += 3) {
      life.ponged()
      clock.advance(3 * MINUTE)
    }
    expect(did.at(-1)).toBe('close 1001')
    expect(clock.waiting).toBe(0)
  })

  it('closes who says more than ten things in a second', () => {
    const { clock, did, life } = setUp()
    const say = (times: number) => Array.from({ length: times }, () => life.allows())
    expect(say(10)).not.toContain(false)
    clock.advance(1000)
    expect(say(10)).not.toContain(false)
    expect(life.allows()).toBe(false)
    expect(did).toEqual(['close 1008'])
  })

  it('leaves no timer behind', () => {
    const { clock, life } = setUp()
    life.stop()
    expect(clock.waiting).toBe(0)
  })
})
