import { readFileSync } from 'node:fs'
import { electronFile } from './declarations.ts'
import type { Environment } from './environment.ts'

/** Makes Node's `process` look as Electron's does in the main process. */
export function dressProcess(host: NodeJS.Process, environment: Environment): void {
  const electron = electronVersion()
  const versions = { ...host.versions, electron, chrome: '0.0.0.0' }
  define(host, {
    versions,
    type: 'browser',
    platform: environment.platform,
    execPath: environment.executable,
    resourcesPath: environment.resources,
    ...(!environment.isPackaged && { defaultApp: true }),
  })
  host.argv[0] = environment.executable
  // A packed app is started by its own name alone.
  if (environment.isPackaged) host.argv.splice(1, 1)
}

function define(host: NodeJS.Process, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(host, name, { value, configurable: true, enumerable: true, writable: true })
  }
}

function electronVersion(): string {
  return (JSON.parse(readFileSync(electronFile('package.json'), 'utf8')) as { version: string }).version // npm's own file
}
