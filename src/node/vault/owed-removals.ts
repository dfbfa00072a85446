import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { accountId, type AccountId } from '../../shared/ids.ts'
import { replaceFile } from '../atomic-file.ts'

/** Accounts that were removed while the keychain with their key did not open: the entry is still to be taken away. */
export interface OwedRemovals {
  add(account: AccountId): Promise<void>
  /** Tries each; those for which `remove` answers true are owed no more. */
  settle(remove: (account: AccountId) => Promise<boolean>): Promise<void>
}

const list = z.array(z.string().min(1).max(200)).max(1000)

/** Kept beside the vault's file: ids only. A list that cannot be read or written costs a forgotten entry, nothing else. */
export function createOwedRemovals(file: string): OwedRemovals {
  async function read(): Promise<readonly AccountId[]> {
    try {
      return list.parse(JSON.parse(await readFile(file, 'utf8'))).map(accountId)
    } catch {
      return []
    }
  }

  async function write(owed: readonly AccountId[]): Promise<void> {
    await replaceFile(file, `${JSON.stringify(owed)}\n`).catch(() => undefined)
  }

  return {
    add: async (account) => write([...new Set([...(await read()), account])]),
    settle: async (remove) => {
      const owed = await read()
      const left: AccountId[] = []
      for (const account of owed) if (!(await remove(account))) left.push(account)
      if (left.length < owed.length) await write(left)
    },
  }
}
