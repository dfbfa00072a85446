import { homedir } from 'node:os'
import { defaultFolder } from '../node/default-folder.ts'
import type { NodePortsOptions } from '../node/ports.ts'
import type { Failure } from '../shared/result.ts'
import type { Language } from '../shared/sentence.ts'
import { chooseLanguage, createTranslate, type Translate } from '../shared/translate.ts'

/** What a command-line program is told by the system it runs on. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** Text for people, to standard error. */
  say(text: string): void
  readonly language: Language
  readonly translate: Translate
}

export function readSurroundings(environment: NodeJS.ProcessEnv, say: (text: string) => void): Surroundings {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const language = chooseLanguage([LC_ALL, LC_MESSAGES, LANG])
  return { environment, platform: process.platform, say, language, translate: createTranslate(language) }
}

export type HostOptions = Omit<NodePortsOptions, 'mode' | 'net' | 'vault'>

/** The options of the Node ports that every entry shares. */
export function hostOptions(
  { environment, platform, translate, ...surroundings }: Surroundings,
  data: string | null,
  program: string,
  terminal: 'shown' | 'quiet',
): HostOptions {
  const say = (text: string): void => surroundings.say(text)
  const defaultRoot = defaultFolder({ platform, home: homedir(), environment })
  const form = environment['TIDEMARK_LOG'] === 'json' ? 'json' : 'human'
  return {
    program,
    root: data ?? defaultRoot,
    defaultRoot,
    environment,
    log: { level: levelOf(environment['TIDEMARK_LOG_LEVEL']), form, terminal: terminal === 'shown' ? say : null },
    storeProblem: (failure: Failure | null) => failure !== null && say(`${translate(failure.sentence)}\n`),
  }
}

function levelOf(text: string | undefined): NodePortsOptions['log']['level'] {
  return text === 'debug' || text === 'warn' || text === 'error' ? text : 'info'
}
