import { createNodeClock } from '../../node/clock.ts'
import { readVersion } from '../../node/version.ts'
import type { Translate } from '../../shared/translate.ts'
import { demoAccounts } from '../../simulator/accounts/demo-accounts.ts'
import { createSimulator } from '../../simulator/create-simulator.ts'
import { greeting } from './greeting.ts'
import { readSimulatorOptions, SIMULATOR_HELP, type SimulatorChoices } from './options.ts'
import { createSimulatorServer } from './server.ts'
import { verifySignature } from './verify.ts'

/** What the process lends to the run: its arguments, its two outputs, and the wish to end. */
export interface ProcessEnds {
  readonly args: readonly string[]
  readonly translate: Translate
  say(text: string): void
  complain(text: string): void
  /** Resolves when the process is asked to end. */
  untilStopped(): Promise<void>
}

const REFUSED = 2
const FAILED = 1

/** Runs the simulator until it is asked to end; answers the exit code. */
export async function runSimulator(ends: ProcessEnds): Promise<number> {
  const read = readSimulatorOptions(ends.args)
  if (!read.ok) return complain(ends, ends.translate(read.failure.sentence), REFUSED)
  const { ask } = read.value
  if (ask !== null) {
    ends.say(ask === 'help' ? SIMULATOR_HELP : `${readVersion()}\n`)
    return 0
  }
  return serve(ends, read.value)
}

async function serve(ends: ProcessEnds, choices: SimulatorChoices): Promise<number> {
  const clock = createNodeClock()
  const simulator = createSimulator({ clock, seed: choices.seed, options: optionsOf(choices) })
  const accounts = demoAccounts.map((account) => account.id)
  const server = createSimulatorServer({ simulator, accounts, translate: ends.translate })
  const listening = await server.listen(choices.port, choices.host)
  if (!listening.ok) {
    clock.stop()
    return complain(ends, ends.translate(listening.failure.sentence), FAILED)
  }
  simulator.start()
  ends.say(greeting({ host: choices.host, port: listening.value, seed: choices.seed }, choices.report))
  await ends.untilStopped()
  simulator.stop()
  await server.close()
  clock.stop()
  return 0
}

function optionsOf({ bot, market, symbols }: SimulatorChoices) {
  return {
    bot,
    market: market === 'still' ? 'still' : 'walking',
    syntheticContracts: symbols,
    verify: verifySignature,
  } as const
}

function complain(ends: ProcessEnds, words: string, code: number): number {
  ends.complain(`${words}\n`)
  return code
}
