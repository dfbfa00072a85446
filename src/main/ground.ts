import { join } from 'node:path'
import type { Log } from '../engine/ports/log.ts'
import { hostOptions, readSurroundings, type HostOptions } from '../host/surroundings.ts'
import { createNodeClock, type NodeClock } from '../node/clock.ts'
import { createNodeLog } from '../node/log.ts'
import { chooseLanguage, createTranslate, type Translate } from '../shared/translate.ts'
import { openChoices, type Choices } from './choices/choices.ts'
import type { CommandLine } from './command-line.ts'

/** What is there before the engine: host options, the desktop app's own clock, log and choices. */
export interface Ground {
  readonly host: HostOptions
  readonly clock: NodeClock
  /** Of window, tray and start-up: `desktop.log` in the data root. The engine's log lies with each mode's data. */
  readonly log: Log
  readonly choices: Choices
  /** In the system's language, for what is said before the settings are read. */
  readonly translate: Translate
}

/** Must run once the app is ready: its locale is not known before. */
export function readGround({ data, unknown }: Pick<CommandLine, 'data' | 'unknown'>, locale: string): Ground {
  const translate = createTranslate(chooseLanguage([locale]))
  const say = (text: string): void => void process.stderr.write(text)
  const host = hostOptions({ ...readSurroundings(process.env, say), translate }, data, 'tidemark', 'shown')
  const log = createNodeLog({ ...host.log, file: join(host.root, 'desktop.log') })
  for (const option of unknown) log.info('An option is unknown and ignored', { option })
  const clock = createNodeClock()
  return { host, clock, log, choices: openChoices({ root: host.root, clock, log }), translate }
}
