import { expect, it } from 'vitest'
import { accountId, venueId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import type { StoredAccount } from '../ports/store.ts'
import { createMemoryStore } from './test/memory-store.ts'
import { snapshot, START } from './test/samples.ts'
import { createStage, MAIN } from './test/stage.ts'

const stored: StoredAccount = {
  account: MAIN,
  venue: venueId('fake'),
  environment: 'mainnet',
  label: 'Main',
  tradingKeyAccepted: false,
  addedAt: START,
  identity: null,
}

async function followed(known: readonly StoredAccount[], identity: string | null) {
  const store = createMemoryStore()
  for (const each of known) await store.saveAccount(each)
  const stage = createStage({}, store)
  stage.far.snapshot = ok(snapshot({ identity }))
  stage.account.start()
  await stage.clock.pass(1)
  return store.accounts()
}

it('is stored when the account is first read', async () => {
  expect(await followed([stored], 'user 1')).toEqual([{ ...stored, identity: 'user 1' }])
})

it('leaves what was changed meanwhile, and other accounts, as they are', async () => {
  const renamed = { ...stored, label: 'Renamed' }
  const other = { ...stored, account: accountId('other') }
  expect(await followed([renamed, other], 'user 1')).toEqual([{ ...renamed, identity: 'user 1' }, other])
})

it('is never forgotten, nor brings a removed account back', async () => {
  const known = { ...stored, identity: 'user 1' }
  expect(await followed([known], null)).toEqual([known])
  expect(await followed([], 'user 1')).toEqual([])
})
