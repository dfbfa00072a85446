import type { Clock } from '../../engine/ports/clock.ts'
import type { Stop } from '../../shared/link.ts'

/** One listenKey per account, shared by all of its programs, as on the venue. */
export interface ListenKeys {
  /** The live key, extended by a whole life, or a new one. */
  issue(account: string): string
  /** Extends and answers the live key; null when there is none. */
  keep(account: string): string | null
  /** Ends the live key now, whether the user deleted it or a test let it lapse. */
  expire(account: string): void
  current(account: string): string | null
  /** Whose key this is or was; null for one that was never issued. */
  ownerOf(key: string): string | null
  stop(): void
}

export interface ListenKeyPorts {
  readonly clock: Clock
  /** 64 unguessable characters. */
  readonly mint: () => string
  readonly lifeMs: number
  readonly onExpired: (key: string, account: string) => void
}

interface Lease {
  readonly key: string
  readonly stop: Stop
}

export function createListenKeys({ clock, mint, lifeMs, onExpired }: ListenKeyPorts): ListenKeys {
  const leases = new Map<string, Lease>()
  const owners = new Map<string, string>()

  function extend(account: string, key: string): string {
    leases.get(account)?.stop()
    owners.set(key, account)
    leases.set(account, { key, stop: clock.after(lifeMs, () => expire(account)) })
    return key
  }

  function expire(account: string): void {
    const lease = leases.get(account)
    if (lease === undefined) return
    lease.stop()
    leases.delete(account)
    onExpired(lease.key, account)
  }

  return {
    issue: (account) => extend(account, leases.get(account)?.key ?? mint()),
    keep(account) {
      const lease = leases.get(account)
      return lease === undefined ? null : extend(account, lease.key)
    },
    expire,
    current: (account) => leases.get(account)?.key ?? null,
    ownerOf: (key) => owners.get(key) ?? null,
    stop() {
      for (const lease of leases.values()) lease.stop()
      leases.clear()
    },
  }
}
