import type { App } from 'electron'
import { homedir } from 'node:os'
import type { DesktopChoices } from '../../shared/desktop-rows.ts'
import type { Sentence } from '../../shared/sentence.ts'
import { appImageOf } from '../app-image.ts'
import type { Shell } from '../shell.ts'
import { autostartPath, createAutostart } from './autostart.ts'
import { loginEntry, type Program } from './login-entry.ts'
import type { LoginHost } from './login-host.ts'
import { createLoginItem, createRunKey } from './login-items.ts'

export interface LoginSurroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly execPath: string
  /** As given on this command line. */
  readonly data: string | null
}

/** Keeps the system's entry as the user chose, and says where that has no effect. */
export function startLogin(
  app: App,
  around: LoginSurroundings,
  { choices, leaving, problems }: Pick<Shell, 'choices' | 'leaving' | 'problems'>,
): void {
  const host = chooseHost(app, around)
  const program = programOf(app, around)
  const now = { chosen: choiceOf(choices.current()), last: Promise.resolve() }

  /** One after the other, so that the last choice is the one that stays. */
  function enqueue(run: () => Promise<Sentence | null>): void {
    now.last = now.last.then(run).then((problem) => problems.set('login', problem))
  }

  const first = loginEntry(choices.current(), program)
  enqueue(() => host.look(first))
  leaving.onStop(
    choices.onChange(() => {
      const chosen = choiceOf(choices.current())
      if (chosen === now.chosen) return
      now.chosen = chosen
      const entry = loginEntry(choices.current(), program)
      enqueue(() => host.apply(entry))
    }),
  )
  leaving.onStop(() => now.last)
}

function choiceOf({ startAtLogin, startHidden }: DesktopChoices): string {
  return `${startAtLogin} ${startHidden}`
}

function chooseHost(app: App, { platform, environment }: LoginSurroundings): LoginHost {
  switch (platform) {
    case 'darwin':
      return createLoginItem(app)
    case 'win32':
      return createRunKey(app)
    default:
      return createAutostart(autostartPath(homedir(), environment['XDG_CONFIG_HOME']))
  }
}

function programOf(app: App, { environment, execPath, data }: LoginSurroundings): Program {
  const appImage = appImageOf(execPath, environment)
  return { execPath, appImage, source: app.isPackaged ? null : app.getAppPath(), data }
}
