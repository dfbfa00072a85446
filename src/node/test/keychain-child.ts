import { createNodeClock } from '../clock.ts'
import { accountId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { createKeychainVault } from '../vault/keychain-vault.ts'

/** One round through the real keychain of this session: what each step answered goes to standard output as JSON. */
async function run(): Promise<void> {
  const clock = createNodeClock()
  const vault = createKeychainVault({ clock, service: 'tidemark test', hide: () => undefined })
  const account = accountId('round-trip')
  const told = (result: Result<unknown>) => (result.ok ? result.value : result.failure.sentence.id)
  const put = told(await vault.put(account, { apiKey: 'KEY-ROUND', apiSecret: 'secret-round-trip' }))
  const listed = told(await vault.accounts())
  const signer = await vault.signer(account)
  const signed = signer.ok ? [signer.value.apiKey, signer.value.sign('payload')] : told(signer)
  const removed = told(await vault.remove(account))
  const after = told(await vault.signer(account))
  console.log(JSON.stringify({ put, listed, signed, removed, after }))
  clock.stop()
}

await run()
