import type { Keychain } from '../keychain.ts'

export interface FakeKeychain extends Keychain {
  /** `service\naccount` to what stands there. */
  readonly entries: Map<string, string>
  /** What was asked, in order, as "get one" or "set one". */
  readonly asked: readonly string[]
  /** As on Linux, a locked keychain hides what it has and takes nothing. */
  lock(state: 'locked' | 'open'): void
  /** Everything rejects with these words; null: nothing does. */
  fail(words: string | null): void
}

const LOCKED = 'Cannot create an item in a locked collection'

/** A keychain that behaves as libsecret does, in the test's hands. */
export function createFakeKeychain(entries = new Map<string, string>()): FakeKeychain {
  const asked: string[] = []
  const state = { lock: 'open', words: null as string | null }
  const key = (service: string, account: string) => `${service}\n${account}`

  function note(what: string): void {
    asked.push(what)
    if (state.words !== null) throw new Error(state.words)
  }

  return {
    entries,
    asked,
    lock: (how) => void (state.lock = how),
    fail: (words) => void (state.words = words),
    getPassword: async (service, account) => {
      note(`get ${account}`)
      return state.lock === 'locked' ? null : (entries.get(key(service, account)) ?? null)
    },
    setPassword: async (service, account, password) => {
      note(`set ${account}`)
      if (state.lock === 'locked') throw new Error(LOCKED)
      entries.set(key(service, account), password)
    },
    deletePassword: async (service, account) => {
      note(`delete ${account}`)
      return state.lock === 'open' && entries.delete(key(service, account))
    },
  }
}
