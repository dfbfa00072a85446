import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type { Shell } from 'electron'
import type { Context } from './context.ts'

export interface Shells {
  readonly shell: Shell
  /** Addresses and paths handed to the user's other programs. */
  recorded(): readonly string[]
}

export function createShells({ strict, changed }: Context): Shells {
  const opened: string[] = []

  function record(what: string): void {
    opened.push(what)
    changed()
  }

  const methods: Partial<Shell> = {
    openExternal: async (url) => {
      strict.need(URL.canParse(url), `shell.openExternal: “${url}” is no address.`)
      record(url)
    },
    openPath: async (path) => {
      strict.need(isAbsolute(path), `shell.openPath: “${path}” must be absolute.`)
      if (!existsSync(path)) return 'The file does not exist.'
      record(path)
      return ''
    },
    showItemInFolder: (path) => {
      strict.need(isAbsolute(path), `shell.showItemInFolder: “${path}” must be absolute.`)
      record(path)
    },
    beep: () => undefined,
  }
  return { shell: methods as Shell, recorded: () => [...opened] } // the trash and Windows' shortcuts are not among ours
}
