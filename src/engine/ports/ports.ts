import type { Clock } from './clock.ts'
import type { Http } from './http.ts'
import type { Log } from './log.ts'
import type { Machine } from './machine.ts'
import type { Random } from './random.ts'
import type { Sockets } from './sockets.ts'
import type { Store } from './store.ts'
import type { Vault } from './vault.ts'

/** Everything the engine needs of its host. */
export interface Ports {
  readonly clock: Clock
  readonly sockets: Sockets
  readonly http: Http
  readonly random: Random
  readonly log: Log
  readonly store: Store
  readonly vault: Vault
  readonly machine: Machine
}
