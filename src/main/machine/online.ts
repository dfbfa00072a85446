import type { Net } from 'electron'
import { readAddresses } from '../../node/machine/addresses.ts'
import type { ReadAddresses } from '../../node/machine/network-watch.ts'

/** This computer's addresses, none of which counts while Chromium is sure that nothing can be reached. */
export function addressesWhileOnline(net: Pick<Net, 'isOnline'>, read: ReadAddresses = readAddresses): ReadAddresses {
  return () => (net.isOnline() ? read() : [])
}
