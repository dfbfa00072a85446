import { expect, it } from 'vitest'
import { addressesWhileOnline } from './online.ts'

it('has no address that leads out while nothing can be reached', () => {
  const net = { online: true, isOnline: () => net.online }
  const read = addressesWhileOnline(net, () => ['192.0.2.1'])
  expect(read()).toEqual(['192.0.2.1'])
  net.online = false
  expect(read()).toEqual([])
})
