import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

type Interfaces = Readonly<Partial<Record<string, readonly NetworkInterfaceInfo[]>>>

/** This computer's addresses that can lead to an exchange, in a fixed order; null when the system does not tell. */
export function readAddresses(read: () => Interfaces = networkInterfaces): readonly string[] | null {
  try {
    return Object.values(read())
      .flatMap((each) => each ?? [])
      .filter(leadsOut)
      .map(({ address }) => address)
      .sort()
  } catch {
    return null
  }
}

/** Addresses of the link itself are there without any network: they reach no further than the cable. */
function leadsOut({ internal, address }: NetworkInterfaceInfo): boolean {
  return !internal && !address.startsWith('169.254.') && !/^fe[89ab]/i.test(address)
}
