import type { Stop } from '../../shared/link.ts'

/** The network is gone, is back, or is another one: addresses differ from before. */
export type NetworkChange = 'gone' | 'back' | 'other'

/** What happens to the computer the engine runs on, as far as connections and stored facts are concerned. */
export type MachineEvent =
  | { readonly kind: 'suspend' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
  /** The system goes down in a moment. */
  | { readonly kind: 'shutdown' }
  | { readonly kind: 'network'; readonly state: NetworkChange }

export interface Machine {
  onEvent(take: (event: MachineEvent) => void): Stop
}
