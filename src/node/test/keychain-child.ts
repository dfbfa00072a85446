import { join } from 'node:path'
import { createNodeClock } from '../clock.ts'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import type { Vault } from '../../engine/ports/vault.ts'
import { accountId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { keychainService } from '../vault/keychain-keys.ts'
import { openVault } from '../vault/open-vault.ts'

/**
 * A short life of the program over the real keychain of this session: takes a data folder and steps such as
 * `put one` as arguments, and writes what each step answered to standard output as JSON.
 */
async function run(root: string, steps: readonly string[]): Promise<void> {
  const clock = createNodeClock()
  const vault = openVault({
    choice: null,
    file: join(root, 'keys.vault'),
    service: keychainService(root, '/default'),
    clock,
    hide: () => undefined,
    log: createFakeLog(),
    cost: 2 ** 15,
  })
  const answers: unknown[] = []
  for (const step of steps) answers.push(await take(vault, step))
  console.log(JSON.stringify(answers))
  clock.stop()
}

async function take(vault: Vault, step: string): Promise<unknown> {
  const [what = '', argument = ''] = step.split(' ')
  const account = accountId(argument)
  switch (what) {
    case 'put':
      return told(
        await vault.put(account, {
          apiKey: `KEY-${argument}`,
          apiSecret: `secret of ${argument}`.replaceAll(' ', '-'),
        }),
      )
    case 'sign': {
      const signer = await vault.signer(account)
      return signer.ok ? `${signer.value.apiKey} ${signer.value.sign('payload')}` : told(signer)
    }
    case 'remove':
      return told(await vault.remove(account))
    case 'use-file':
      return told(await vault.useFile('correct horse battery'))
    case 'unlock':
      return told(await vault.unlock('correct horse battery'))
    case 'state': {
      const { problem, remedy } = await vault.state()
      return `${vault.kind} ${problem?.sentence.id ?? 'fine'} ${remedy}`
    }
    default:
      throw new Error(`Unknown step ${step}`)
  }
}

function told(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.sentence.id
}

const [root = '', ...steps] = process.argv.slice(2)
await run(root, steps)
