import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { readAddresses } from './addresses.ts'
import { judgeAddresses, watchNetwork } from './network-watch.ts'

function createStage(first: readonly string[] | null) {
  const clock = createManualClock(0)
  const now = { addresses: first }
  const told: string[] = []
  const stop = watchNetwork(
    clock,
    () => now.addresses,
    (change) => void told.push(change),
  )
  return { clock, now, told, stop }
}

it('tells when the network goes, comes back and is another one, and nothing of what stays', async () => {
  const { clock, now, told } = createStage(['192.0.2.1'])
  for (const addresses of [['192.0.2.1'], [], [], ['192.0.2.1'], ['192.0.2.1', '198.51.100.7'], ['198.51.100.7']]) {
    now.addresses = addresses
    await clock.pass(3000)
  }
  expect(told).toEqual(['gone', 'back', 'other', 'other'])
})

it('looks at once after a sleep', () => {
  const { clock, now, told } = createStage(['192.0.2.1'])
  now.addresses = ['203.0.113.5']
  clock.jump(3_600_000, 'sleep')
  expect(told).toEqual(['other'])
  expect(clock.waiting).toBe(1)
})

it('claims nothing while the system does not tell, and remembers what was before', async () => {
  const { clock, now, told } = createStage(['192.0.2.1'])
  now.addresses = null
  await clock.pass(30_000)
  expect(told).toEqual([])
  now.addresses = []
  await clock.pass(3000)
  expect(told).toEqual(['gone'])
})

it('leaves no timer and no ear behind', () => {
  const { clock, now, told, stop } = createStage(['192.0.2.1'])
  stop()
  now.addresses = []
  clock.jump(1000, 'sleep')
  expect([clock.waiting, told]).toEqual([0, []])
})

it('ends where the last look ended: gone exactly when there is no address', () => {
  const look = fc.option(fc.uniqueArray(fc.constantFrom('192.0.2.1', '198.51.100.7'), { maxLength: 2 }))
  fc.assert(
    fc.property(fc.array(look, { minLength: 1 }), (looks) => {
      let known: readonly string[] = []
      let state = 'gone'
      for (const seen of looks) {
        const change = judgeAddresses(known, seen)
        if (change !== null) state = change
        known = seen ?? known
      }
      expect(state === 'gone').toBe(known.length === 0)
    }),
  )
})

it('counts only addresses that lead out of this computer', () => {
  const at = (address: string, internal = false) => ({ address, internal, netmask: '', mac: '', cidr: null })
  const addresses = readAddresses(() => ({
    lo: [{ ...at('127.0.0.1', true), family: 'IPv4' }],
    wifi: [
      { ...at('192.0.2.7'), family: 'IPv4' },
      { ...at('fe80::1'), family: 'IPv6', scopeid: 2 },
      { ...at('2001:db8::7'), family: 'IPv6', scopeid: 0 },
    ],
    cable: [{ ...at('169.254.10.1'), family: 'IPv4' }],
  }))
  expect(addresses).toEqual(['192.0.2.7', '2001:db8::7'])
})

it('knows no addresses where the system refuses to list them', () => {
  const refuse = (): never => {
    throw new Error('EPERM')
  }
  expect(readAddresses(refuse)).toBeNull()
})
