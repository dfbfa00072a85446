import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { App } from 'electron'
import type { Context } from './context.ts'
import type { Environment } from './environment.ts'

export type PathMethods = Pick<App, 'getPath' | 'setPath' | 'getAppPath' | 'setAppLogsPath'>

/** Everything the app may write lies under the stand-in's folder; folders are made when asked for. */
export function pathMethods(context: Context, name: () => string): PathMethods {
  const { environment, strict, life, declarations } = context
  const set = new Map<string, string>()
  const find = (asked: string): string => set.get(asked) ?? defaultPath(environment, asked, find, name)

  function needName(asked: string): void {
    const names = declarations.texts('App', 'getPath')
    strict.need(names.has(asked), `Failed to get '${asked}' path: app has no path of that name.`)
  }

  function getPath(asked: string): string {
    needName(asked)
    const found = find(asked)
    if (!FILES.includes(asked) && found.startsWith(environment.folder)) mkdirSync(found, { recursive: true })
    return found
  }

  function setPath(asked: string, path: string): void {
    needName(asked)
    strict.need(isAbsolute(path), `app.setPath: “${path}” must be absolute.`)
    const isLate = asked === 'sessionData' && life.isReady()
    strict.need(!isLate, 'app.setPath: sessionData must be set before the app is ready.')
    set.set(asked, path)
  }

  return {
    getPath,
    setPath,
    getAppPath: () => environment.appPath,
    setAppLogsPath: (path) => void set.set('logs', path ?? join(find('userData'), 'logs')),
  }
}

const FILES = ['exe', 'module']

function defaultPath(
  { folder, executable }: Environment,
  asked: string,
  find: (asked: string) => string,
  name: () => string,
): string {
  switch (asked) {
    case 'home':
      return homedir()
    case 'exe':
    case 'module':
      return executable
    case 'assets':
      return dirname(executable)
    case 'userData':
      return join(find('appData'), name())
    case 'sessionData':
      return find('userData')
    case 'logs':
    case 'crashDumps':
      return join(find('userData'), asked)
    default:
      return join(folder, asked)
  }
}
