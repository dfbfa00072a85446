import type { KeyPair, Signer, Vault, VaultState } from '../../engine/ports/vault.ts'
import type { AccountId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { KeyKeeper } from './key-keeper.ts'
import { trimmed } from './key-pair.ts'
import { noKey } from './memory-vault.ts'
import { COST, type Sealed } from './sealed-file.ts'
import { createSealedStore, vaultProblem } from './sealed-store.ts'
import { deriveKey, newHead, seal, unseal, type Contents, type Unlocked } from './sealing.ts'
import { createSecrets } from './secrets.ts'
import { createSigner, type Hide } from './signer.ts'

const SHORTEST_PASSPHRASE = 8

interface FileVaultOptions {
  readonly file: string
  readonly hide: Hide
  /** scrypt's N; only tests ask for less. */
  readonly cost?: number
}

export interface FileVault extends Vault, KeyKeeper {
  /** Keeps a pair without asking whether it could sign: other secrets need not. */
  putUnchecked(account: AccountId, pair: KeyPair): Promise<Result<null>>
}

/**
 * Keys in one file, sealed with AES-256-GCM under a key that scrypt makes of a passphrase. Unlocked, it keeps that key;
 * the keys themselves are read from the file each time. Without a file, unlocking chooses the passphrase of a new one.
 */
export function createFileVault({ file, hide, cost = COST }: FileVaultOptions): FileVault {
  const box = createLockedBox(file, cost)

  async function pair(account: AccountId): Promise<Result<KeyPair | null>> {
    const contents = await box.read()
    return contents.ok ? ok(contents.value[account] ?? null) : contents
  }

  async function signer(account: AccountId): Promise<Result<Signer>> {
    const kept = await pair(account)
    if (!kept.ok) return kept
    return kept.value === null ? noKey() : createSigner(kept.value, hide)
  }

  async function put(account: AccountId, pair: KeyPair): Promise<Result<null>> {
    const usable = createSigner(pair, hide)
    return usable.ok ? putUnchecked(account, pair) : usable
  }

  function putUnchecked(account: AccountId, pair: KeyPair): Promise<Result<null>> {
    return box.change((contents) => ({ ...contents, [account]: trimmed(pair) }))
  }

  const unlock = (passphrase: string): Promise<Result<null>> => {
    hide(passphrase)
    return box.unlock(passphrase)
  }

  const remove = (account: AccountId): Promise<Result<null>> => box.change((contents) => without(contents, account))

  return {
    kind: 'file',
    pair,
    put,
    signer,
    putUnchecked,
    secrets: createSecrets({ pair, put: putUnchecked, remove }, hide),
    borrow: (pair) => createSigner(pair, hide),
    remove,
    state: () => box.state(),
    unlock,
    useFile: async (passphrase) => {
      const opened = await unlock(passphrase)
      return opened.ok ? box.begin() : opened
    },
  }
}

/** The file and the key to it, once a passphrase was given. */
function createLockedBox(file: string, cost: number) {
  const store = createSealedStore(file)
  const state: { open: Unlocked | null; turn: Promise<unknown> } = { open: null, turn: Promise.resolve() }

  async function read(): Promise<Result<Contents>> {
    if (state.open === null) return fail(vaultProblem('vault.locked', file))
    const stored = await store.read()
    if (!stored.ok) return stored
    const contents = stored.value === null ? {} : unseal(state.open.key, stored.value)
    return contents === null ? fail(vaultProblem('vault.wrong-passphrase', file)) : ok(contents)
  }

  async function edit(how: (contents: Contents) => Contents): Promise<Result<null>> {
    const contents = await read()
    if (!contents.ok) return contents
    return state.open === null
      ? fail(vaultProblem('vault.locked', file))
      : store.replace(seal(state.open, how(contents.value)))
  }

  /** One change at a time: each reads what the one before has written. */
  function change(how: (contents: Contents) => Contents): Promise<Result<null>> {
    const mine = state.turn.then(() => edit(how))
    state.turn = mine
    return mine
  }

  async function unlock(passphrase: string): Promise<Result<null>> {
    const stored = await store.read()
    if (!stored.ok) return stored
    const opened = await (stored.value === null ? newVault(passphrase, cost) : tryOpen(passphrase, stored.value, file))
    if (opened.ok) state.open = opened.value
    return opened.ok ? ok(null) : opened
  }

  /** The file stands from now on, though nothing is in it yet. */
  async function begin(): Promise<Result<null>> {
    const stored = await store.read()
    return stored.ok && stored.value === null ? change((contents) => contents) : stored.ok ? ok(null) : stored
  }

  async function vaultState(): Promise<VaultState> {
    const stored = await store.read()
    if (!stored.ok) return { problem: stored.failure, remedy: 'none' }
    if (state.open === null) return shut(file, stored.value)
    const contents = await read()
    return { problem: contents.ok ? null : contents.failure, remedy: 'none' }
  }

  return { read, change, unlock, begin, state: vaultState }
}

function shut(file: string, stored: Sealed | null): VaultState {
  return stored === null
    ? { problem: vaultProblem('vault.none-yet', file), remedy: 'begin-file' }
    : { problem: vaultProblem('vault.locked', file), remedy: 'open-file' }
}

async function newVault(passphrase: string, cost: number): Promise<Result<Unlocked>> {
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
  return fail({ ...vaultProblem('vault.wrong-passphrase', file), code: 'denied', field: 'passphrase' })
}

function without(contents: Contents, account: AccountId): Contents {
  return Object.fromEntries(Object.entries(contents).filter(([id]) => id !== account))
}
