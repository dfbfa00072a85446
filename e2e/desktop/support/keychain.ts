import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { defaultFolder } from '../../../src/node/default-folder.ts'
import { keychainService } from '../../../src/node/vault/keychain-keys.ts'
import { ROOT } from '../../support/program.ts'
import { createKeyring, missingForKeyring } from './keyring.ts'

/** The system's own keychain: a keyring of the test's on Linux, the tester's elsewhere, under a name by the folder. */
export interface Keychain {
  /** For the environment of what is started with it. */
  readonly environment: Readonly<Record<string, string>>
  /** Whether there is an entry for this account. */
  has(account: string): boolean
  /** Takes away what a test that failed left behind. */
  close(): Promise<void>
}

/** Why this computer's keychain cannot be tested; empty where it can. */
export function missingForKeychain(): string {
  const missing = process.platform === 'linux' ? missingForKeyring() : []
  return missing.length === 0 ? '' : `Not installed: ${missing.join(', ')}`
}

/** @param data the data folder of the app, another than its usual one */
export async function openKeychain(data: string): Promise<Keychain> {
  const keyring = process.platform === 'linux' ? createKeyring() : null
  const environment = (await keyring?.login('unlocked'))?.environment ?? testersOwn()
  const usual = defaultFolder({ platform: process.platform, home: homedir(), environment: process.env })
  const service = keychainService(data, usual)
  const ask = (what: Question, account: string) => askKeychain(what, [service, account], environment)
  return {
    environment,
    has: (account) => (process.platform === 'darwin' ? isListed(service, account) : ask('getPassword', account)),
    close: async () => {
      for (const account of accountsIn(data)) ask('deletePassword', account)
      await keyring?.stop()
    },
  }
}

/** macOS finds a user's keychain by the home. */
function testersOwn(): Readonly<Record<string, string>> {
  return process.platform === 'darwin' ? { HOME: homedir() } : {}
}

/** Ids of the accounts that an app keeps in this data folder. */
export function accountsIn(data: string): readonly string[] {
  const file = join(data, 'live', 'tidemark.db')
  if (!existsSync(file)) return []
  const db = new Database(file, { readonly: true })
  try {
    return db
      .prepare<[], { account: string }>('SELECT account FROM accounts')
      .all()
      .map(({ account }) => account)
  } finally {
    db.close()
  }
}

type Question = 'getPassword' | 'deletePassword'

/** In a process of its own: which keychain is asked hangs on the environment. */
function askKeychain(what: Question, entry: readonly string[], environment: Keychain['environment']): boolean {
  const code = `const { default: keychain } = await import('keytar')
    const [what, ...entry] = process.argv.slice(1)
    const answer = await keychain[what](...entry)
    process.stdout.write(answer === null || answer === false ? 'no' : 'yes')`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code, what, ...entry], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: 30_000,
  })
  if (stdout !== 'yes' && stdout !== 'no') throw new Error(`The keychain did not answer: ${stderr}`)
  return stdout === 'yes'
}

/** macOS would ask the user before another program reads the entry, but not about whether it is there. */
function isListed(service: string, account: string): boolean {
  return spawnSync('security', ['find-generic-password', '-s', service, '-a', account]).status === 0
}
