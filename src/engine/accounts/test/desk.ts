import type { KeyRights } from '../../../shared/account-rows.ts'
import type { NewAccount } from '../../../shared/contract.ts'
import { venueId, type AccountId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import { createMemoryStore } from '../../account/test/memory-store.ts'
import type { Plan } from '../../ports/plan.ts'
import type { KeyPair, Vault } from '../../ports/vault.ts'
import { createFixedRandom } from '../../test/fake-random.ts'
import { createFakeVenue, fakeMarket } from '../../test/fake-venue.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createAccountBook } from '../account-book.ts'
import type { Net } from '../../net/net.ts'
import type { Places } from '../places.ts'

const readOnly: Omit<KeyRights, 'checkedAt'> = {
  verdict: 'read-only',
  powers: [],
  addressBound: null,
  expiresAt: null,
}

/** A book of accounts over an exchange where every key tells, by its own name, whose it is. */
export function createBookDesk(identityOf: (apiKey: string) => string | null = (apiKey) => apiKey) {
  const store = createMemoryStore()
  const keys = new Map<AccountId, KeyPair>()
  const vault = vaultOf(keys)
  const ports = { clock: createManualClock(0), random: createFixedRandom(0.5), store, vault }
  const tokens = { count: 0 }
  const random = { ...ports.random, token: () => `account-${(tokens.count += 1)}` }
  return { book: createAccountBook({ ...ports, random }, placesOf(identityOf)), store, keys, vault }
}

export function wanted(changes: Partial<NewAccount> = {}): NewAccount {
  return {
    venue: venueId('fake'),
    environment: 'mainnet',
    label: 'Main',
    apiKey: 'first',
    apiSecret: 'secret',
    acceptTradingKey: false,
    ...changes,
  }
}

function vaultOf(keys: Map<AccountId, KeyPair>): Vault {
  const vault: Partial<Vault> = {
    put: async (account, pair) => (keys.set(account, pair), ok(null)),
    borrow: ({ apiKey }) => ok({ apiKey, kind: 'hmac', sign: () => '' }),
    remove: async (account) => (keys.delete(account), ok(null)),
  }
  return vault as Vault // a book asks for nothing else
}

function placesOf(identityOf: (apiKey: string) => string | null): Places {
  const asker = { apiKey: '' }
  const venue = {
    ...createFakeVenue(),
    environments: ['mainnet', 'testnet'] as const,
    recognise: () => answer({ kind: 'futures', identity: identityOf(asker.apiKey) }),
    keyRights: () => answer(readOnly),
  }
  const net: Partial<Net> = {
    client: ({ signer }) => {
      asker.apiKey = signer?.apiKey ?? ''
      return { perform: async (plan) => valueOf(plan), stop: () => undefined }
    },
  }
  return {
    venues: () => [venue],
    venue: (id) => (id === venue.id ? venue : undefined),
    // Of the network a book needs a client only.
    place: (_, environment) => ({ venue, environment, hosts: {}, market: fakeMarket, badge: 'live', net: net as Net }),
    stop: () => undefined,
  }
}

function* answer<T>(value: T): Plan<T> {
  return ok(value)
}

function valueOf<T>(plan: Plan<T>): ReturnType<Plan<T>['next']> extends IteratorResult<unknown, infer R> ? R : never {
  const step = plan.next([])
  if (step.done !== true) throw new Error('The fake exchange is asked nothing')
  return step.value
}
