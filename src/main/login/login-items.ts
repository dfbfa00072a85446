import type { App } from 'electron'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { LoginEntry } from './login-entry.ts'
import type { LoginHost } from './login-host.ts'

type LoginApp = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'isPackaged'>

/** Start at login on Windows: a value among the user's run keys, which Task Manager can switch off. */
export function createRunKey(app: LoginApp): LoginHost {
  const is = ({ program, args }: LoginEntry) => ({ path: program, args: args.map(quotedForWindows) })
  const willRun = (entry: LoginEntry) => app.getLoginItemSettings(is(entry)).executableWillLaunchAtLogin
  const set = (entry: LoginEntry | null): void =>
    app.setLoginItemSettings(entry === null ? { openAtLogin: false } : { openAtLogin: true, ...is(entry) })
  return {
    look: (entry) => {
      // Writing it anew would switch it on again behind the user's back.
      if (entry === null) return Promise.resolve(null)
      if (!app.getLoginItemSettings(is(entry)).openAtLogin) set(entry)
      return Promise.resolve(willRun(entry) ? null : sentence('desktop.login-refused'))
    },
    apply: (entry) => {
      set(entry)
      return Promise.resolve(entry === null || willRun(entry) ? null : sentence('desktop.login-refused'))
    },
  }
}

/** Electron writes the arguments as they are. */
function quotedForWindows(argument: string): string {
  return /[\s"]/.test(argument) ? `"${argument.replaceAll('"', '\\"')}"` : argument
}

/** Start at login on macOS: the app itself, without arguments, which the user may have to approve. */
export function createLoginItem(app: LoginApp): LoginHost {
  function problem(entry: LoginEntry | null): Sentence | null {
    if (entry === null) return null
    if (!app.isPackaged) return sentence('desktop.login-not-built')
    return app.getLoginItemSettings().status === 'enabled' ? null : sentence('desktop.login-refused')
  }

  return {
    look: (entry) => Promise.resolve(problem(entry)),
    apply: (entry) => {
      if (app.isPackaged) app.setLoginItemSettings({ openAtLogin: entry !== null })
      return Promise.resolve(problem(entry))
    },
  }
}
