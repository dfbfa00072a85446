import { account } from './account.ts'
import { alertDesk } from './alert-desk.ts'
import { alertMessages } from './alert-messages.ts'
import { alertRecoveries } from './alert-recoveries.ts'
import { alerts } from './alerts.ts'
import { channels } from './channels.ts'
import { command } from './command.ts'
import { desktop } from './desktop.ts'
import { engine } from './engine.ts'
import { host } from './host.ts'
import { input } from './input.ts'
import { mail } from './mail.ts'
import { network } from './network.ts'
import { simulator } from './simulator.ts'
import { telegram } from './telegram.ts'
import { updates } from './updates.ts'
import { venue } from './venue.ts'
import { watching } from './watching.ts'
import { webhook } from './webhook.ts'

/** Every sentence the engine, the venues, the hosts and the command line can say, in every language. */
export const sentences = {
  ...account,
  ...alertDesk,
  ...alertMessages,
  ...alertRecoveries,
  ...alerts,
  ...channels,
  ...command,
  ...desktop,
  ...engine,
  ...host,
  ...input,
  ...mail,
  ...network,
  ...simulator,
  ...telegram,
  ...updates,
  ...venue,
  ...watching,
  ...webhook,
}
