import { account } from './account.ts'
import { alerts } from './alerts.ts'
import { command } from './command.ts'
import { desktop } from './desktop.ts'
import { engine } from './engine.ts'
import { host } from './host.ts'
import { input } from './input.ts'
import { network } from './network.ts'
import { simulator } from './simulator.ts'
import { updates } from './updates.ts'
import { venue } from './venue.ts'

/** Every sentence the engine, the venues, the hosts and the command line can say, in every language. */
export const sentences = {
  ...account,
  ...alerts,
  ...command,
  ...desktop,
  ...engine,
  ...host,
  ...input,
  ...network,
  ...simulator,
  ...updates,
  ...venue,
}
