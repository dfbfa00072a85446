import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { App } from 'electron'
import type { Context } from './context.ts'

export type PathMethods = Pick<App, 'getPath' | 'setPath' | 'getAppPath' | 'setAppLogsPath'>

/** Everything the app may write lies under the stand-in's folder; folders are made when asked for. */
export function pathMethods({ environment, strict, life, declarations }: Context, name: () => string): PathMethods {
  const set = new Map<string, string>()

  function find(asked: string): string {
    const fixed = { exe: environment.executable, module: environment.executable, home: homedir() }[asked]
    if (fixed !== undefined) return fixed
    return set.get(asked) ?? defaultPath(asked)
  }

  function defaultPath(asked: string): string {
    const { folder } = environment
    switch (asked) {
      case 'userData':
        return join(find('appData'), name())
      case 'sessionData':
        return find('userData')
      case 'logs':
      case 'crashDumps':
        return join(find('userData'), asked)
      case 'assets':
        return dirname(environment.executable)
      default:
        return join(folder, asked)
    }
  }

  function needName(asked: string): void {
    const names = declarations.texts('App', 'getPath')
    strict.need(names.has(asked), `Failed to get '${asked}' path: app has no path of that name.`)
  }

  function getPath(asked: string): string {
    needName(asked)
    const found = find(asked)
    if (found.startsWith(environment.folder)) mkdirSync(found, { recursive: true })
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
