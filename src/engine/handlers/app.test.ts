import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Vault, VaultState } from '../ports/vault.ts'
import { appHandlers } from './app.ts'

const PASSPHRASE = 'correct horse battery'
const locked = { code: 'unavailable', sentence: sentence('vault.locked', { file: 'keys.vault' }) } as const

/** The app group over a vault of the test's own. */
function createStage(answer: Result<null> = ok(null), state: VaultState = { problem: null, remedy: 'none' }) {
  const did: string[] = []
  const vault: Partial<Vault> = {
    kind: 'keychain',
    state: async () => state,
    unlock: async (passphrase) => (did.push(`unlock ${passphrase}`), answer),
    useFile: async (passphrase) => (did.push(`use file ${passphrase}`), answer),
  }
  const facts = { version: '1', shell: 'desktop', startedAt: 0, dataFolder: '/data', runtime: {} } as const
  const handlers = appHandlers(facts, {
    mode: 'live',
    venues: [],
    vault: vault as Vault, // the app group asks for nothing else
    switchMode: () => ok(null),
    unlocked: () => void did.push('accounts begin'),
  })
  return { did, handlers }
}

describe('the vault, as the page can ask for it', () => {
  it('is described with its problem and what would help', async () => {
    const { handlers } = createStage(ok(null), { problem: locked, remedy: 'open-file' })
    const info = await handlers.info(null)
    expect(info.ok && info.value.vault).toEqual({ kind: 'keychain', problem: locked.sentence, remedy: 'open-file' })
  })

  it.each([
    ['unlockVault', 'unlock'],
    ['useFileVault', 'use file'],
  ] as const)('begins the accounts that waited once %s succeeded', async (call, said) => {
    const opened = createStage()
    await opened.handlers[call]({ passphrase: PASSPHRASE })
    expect(opened.did).toEqual([`${said} ${PASSPHRASE}`, 'accounts begin'])
    const shut = createStage(fail(locked))
    expect(await shut.handlers[call]({ passphrase: PASSPHRASE })).toEqual(fail(locked))
    expect(shut.did).toEqual([`${said} ${PASSPHRASE}`])
  })
})
