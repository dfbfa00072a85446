import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { replaceFile } from '../../node/atomic-file.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import { autostartFile, isSwitchedOff } from './autostart-file.ts'
import type { LoginEntry } from './login-entry.ts'
import type { LoginHost } from './login-host.ts'

/** `autostart` below the user's configuration, after the XDG base directory and autostart specifications. */
export function autostartPath(home: string, configured: string | undefined): string {
  const config = configured !== undefined && isAbsolute(configured) ? configured : join(home, '.config')
  return join(config, 'autostart', 'tidemark.desktop')
}

/** Start at login on Linux desktops: a file that the session reads. */
export function createAutostart(file: string): LoginHost {
  return {
    look: async (entry) => {
      // What is there then may be another data folder's, started beside this one.
      if (entry === null) return null
      const text = await readText(file)
      if (text !== null && isSwitchedOff(text)) return sentence('desktop.login-refused')
      return text === autostartFile(entry) ? null : apply(file, entry)
    },
    apply: (entry) => apply(file, entry),
  }
}

async function apply(file: string, entry: LoginEntry | null): Promise<Sentence | null> {
  try {
    if (entry !== null) await write(file, autostartFile(entry))
    else if ((await readText(file)) !== null) await rm(file)
    return null
  } catch {
    return sentence('desktop.login-not-written', { file })
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await replaceFile(file, text)
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return null
  }
}
