import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { accountId } from '../../shared/ids.ts'
import { tempFolder } from '../test/temp-folder.ts'
import { createFileVault } from './file-vault.ts'

const TOKEN = '123456:AAcanary-token_of-a-bot'
const ADDRESS = 'https://hooks.example/services/T0/B0/canary?x=1&y=é'

function open(file: string, hidden: string[] = []) {
  return createFileVault({ file, hide: (secret) => void hidden.push(secret), cost: 2 ** 15 })
}

it('keeps other secrets beside keys, sealed, hidden from the log, and apart from accounts', async () => {
  const file = join(tempFolder(), 'keys.vault')
  const hidden: string[] = []
  const vault = open(file, hidden)
  await vault.unlock('long enough')
  await vault.put(accountId('a'), { apiKey: 'key', apiSecret: 'apisecret' })
  expect(await vault.secrets.keep('channel x botToken', TOKEN)).toEqual({ ok: true, value: null })
  expect(await vault.secrets.keep('channel y webhookAddress', ADDRESS)).toEqual({ ok: true, value: null })
  expect(hidden).toContain(TOKEN)
  expect(readFileSync(file, 'utf8')).not.toContain('canary')

  const again = open(file)
  expect((await again.secrets.read('channel x botToken')).ok).toBe(false)
  await again.unlock('long enough')
  expect(await again.secrets.read('channel y webhookAddress')).toEqual({ ok: true, value: ADDRESS })
  expect(await again.secrets.read('channel x mailPassword')).toEqual({ ok: true, value: null })
  await again.secrets.drop('channel x botToken')
  expect(await again.secrets.read('channel x botToken')).toEqual({ ok: true, value: null })
  expect((await again.signer(accountId('a'))).ok).toBe(true)
})
