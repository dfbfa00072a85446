import type { Failure } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'

/** What a keychain's own words mean. `too-long`: it takes no entry of this size. */
export type KeychainTrouble = 'missing' | 'locked' | 'refused' | 'too-long' | 'failed'

/**
 * The words are those of libsecret and GDBus on Linux, of `SecCopyErrorMessageString` on macOS (SecBase.h) and of
 * `FormatMessage` on Windows (winerror.h). The last two speak the system's language: what is not known here is `failed`
 * and quoted. The first that fits counts.
 */
const WORDS: readonly (readonly [KeychainTrouble, RegExp])[] = [
  ['locked', /locked (collection|object)|is ?locked|keyring .*locked/i],
  // No collection was ever made, and the prompt for the password of a first one was not answered.
  ['locked', /Object does not exist at path .*\/collection\//i],
  ['locked', /User interaction is (not allowed|required)|in dark wake/i],
  ['refused', /dismissed|user cancell?ed|operation was cancell?ed|not correct|denied|not permitted|entitlement/i],
  ['too-long', /stub received bad data/i],
  ['missing', /D-?Bus|org\.freedesktop|\.service|not provided|Could not connect|Connection refused/i],
  ['missing', /libsecret|shared object|Cannot find module|ERR_DLOPEN|keytar\.node|invalid ELF/i],
  ['missing', /No keychain is available|keychain could not be found|not a valid keychain/i],
  ['missing', /logon session does not exist|service cannot be started|RPC server is unavailable/i],
]

export function judgeTrouble(words: string): KeychainTrouble {
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'failed'
}

/** A failure of the keychain as a sentence, with its own words as the reason. */
export function keychainFailure(error: unknown): Failure {
  const reason = firstLine(error)
  return vaultFailure(SENTENCES[judgeTrouble(reason)], { reason })
}

/** The library itself cannot be loaded, whatever it says of it. */
export function keychainMissing(error: unknown): Failure {
  return vaultFailure('vault.keychain-missing', { reason: firstLine(error) })
}

export function keychainSilent(ms: number): Failure {
  return vaultFailure('vault.keychain-silent', { seconds: String(Math.round(ms / 1000)) })
}

export function entryUnreadable(): Failure {
  return vaultFailure('vault.entry-unreadable', {})
}

const SENTENCES: Readonly<Record<KeychainTrouble, SentenceKey>> = {
  missing: 'vault.keychain-missing',
  locked: 'vault.keychain-locked',
  refused: 'vault.keychain-refused',
  'too-long': 'vault.key-too-long',
  failed: 'vault.keychain-failed',
}

function vaultFailure(id: SentenceKey, values: Readonly<Record<string, string>>): Failure {
  return { code: 'unavailable', sentence: sentence(id, values), terminal: true }
}

function firstLine(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : 'unknown error').split('\n')
  return first.trim().slice(0, 200)
}
