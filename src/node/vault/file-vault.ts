import { readFile } from 'node:fs/promises'
import type { KeyPair, Signer, Vault } from '../../engine/ports/vault.ts'
import { accountId, type AccountId } from '../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import { replaceFile } from '../atomic-file.ts'
import { trimmed } from './key-pair.ts'
import { noKey } from './memory-vault.ts'
import { COST, decodeSealed, encodeSealed, type Sealed } from './sealed-file.ts'
import { deriveKey, newHead, seal, unseal, type Contents, type Unlocked } from './sealing.ts'
import { createSigner, type Hide } from './signer.ts'

const SHORTEST_PASSPHRASE = 8

interface FileVaultOptions {
  readonly file: string
  readonly hide: Hide
  /** scrypt's N; only tests ask for less. */
  readonly cost?: number
}

/**
 * Keys in one file, sealed with AES-256-GCM under a key that scrypt makes of a passphrase. Unlocked, it keeps that key;
 * the keys themselves are read from the file each time. Without a file, unlocking chooses the passphrase of a new one.
 */
export function createFileVault({ file, hide, cost = COST }: FileVaultOptions): Vault {
  const state: { open: Unlocked | null; turn: Promise<unknown> } = { open: null, turn: Promise.resolve() }

  async function read(): Promise<Result<Contents>> {
    if (state.open === null) return fail(problem('vault.locked', file))
    const stored = await readSealed(file)
    if (!stored.ok) return stored
    if (stored.value === null) return ok({})
    const contents = unseal(state.open.key, stored.value)
    return contents === null ? fail(problem('vault.wrong-passphrase', file)) : ok(contents)
  }

  async function change(edit: (contents: Contents) => Contents): Promise<Result<null>> {
    const contents = await read()
    if (!contents.ok) return contents
    return state.open === null ? fail(problem('vault.locked', file)) : save(file, state.open, edit(contents.value))
  }

  /** One change at a time: each reads what the one before has written. */
  function inTurn(work: () => Promise<Result<null>>): Promise<Result<null>> {
    const mine = state.turn.then(work)
    state.turn = mine
    return mine
  }

  async function unlock(passphrase: string): Promise<Result<null>> {
    hide(passphrase)
    const stored = await readSealed(file)
    if (!stored.ok) return stored
    const opened = await (stored.value === null ? begin(passphrase, cost) : tryOpen(passphrase, stored.value, file))
    if (opened.ok) state.open = opened.value
    return opened.ok ? ok(null) : opened
  }

  async function signer(account: AccountId): Promise<Result<Signer>> {
    const contents = await read()
    if (!contents.ok) return contents
    const pair = contents.value[account]
    return pair === undefined ? noKey() : createSigner(pair, hide)
  }

  async function put(account: AccountId, pair: KeyPair): Promise<Result<null>> {
    const usable = createSigner(pair, hide)
    return usable.ok ? inTurn(() => change((contents) => ({ ...contents, [account]: trimmed(pair) }))) : usable
  }

  return {
    kind: 'file',
    put,
    signer,
    borrow: (pair) => createSigner(pair, hide),
    remove: (account) => inTurn(() => change((contents) => without(contents, account))),
    accounts: async () => {
      const contents = await read()
      return contents.ok ? ok(Object.keys(contents.value).map(accountId)) : contents
    },
    unlock,
  }
}

async function begin(passphrase: string, cost: number): Promise<Result<Unlocked>> {
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    const words = sentence('vault.passphrase-short', { length: String(SHORTEST_PASSPHRASE) })
    return fail({ code: 'invalid', sentence: words, field: 'passphrase' })
  }
  const head = newHead(cost)
  return ok({ head, key: await deriveKey(passphrase, head) })
}

async function tryOpen(passphrase: string, sealed: Sealed, file: string): Promise<Result<Unlocked>> {
  const key = await deriveKey(passphrase, sealed.head)
  if (unseal(key, sealed) !== null) return ok({ head: sealed.head, key })
  return fail({ ...problem('vault.wrong-passphrase', file), code: 'denied', field: 'passphrase' })
}

/** Null when there is no file yet. */
async function readSealed(file: string): Promise<Result<Sealed | null>> {
  const text = await readText(file)
  if (!text.ok || text.value === null) return text.ok ? ok(null) : text
  const opened = decodeSealed(text.value)
  switch (opened.kind) {
    case 'sealed':
      return ok(opened.sealed)
    case 'newer':
      return fail(problem('vault.newer', file))
    case 'damaged':
      return fail(problem('vault.damaged', file, { reason: opened.reason }))
  }
}

async function readText(file: string): Promise<Result<string | null>> {
  try {
    return ok(await readFile(file, 'utf8'))
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? ok(null) : fail(problem('vault.file-failed', file, { reason: codeOf(error) }))
  }
}

async function save(file: string, open: Unlocked, contents: Contents): Promise<Result<null>> {
  try {
    await replaceFile(file, encodeSealed(seal(open, contents)))
    return ok(null)
  } catch (error) {
    return fail(problem('vault.file-failed', file, { reason: codeOf(error) }))
  }
}

function without(contents: Contents, account: AccountId): Contents {
  return Object.fromEntries(Object.entries(contents).filter(([id]) => id !== account))
}

function problem(id: SentenceKey, file: string, values: Readonly<Record<string, string>> = {}): Failure {
  return { code: 'unavailable', sentence: sentence(id, { file, ...values }), terminal: true }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
