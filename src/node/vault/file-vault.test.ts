import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountId, type AccountId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { tempFolder } from '../test/temp-folder.ts'
import { createFileVault, type FileVault } from './file-vault.ts'

const COST = 2 ** 15
const PASSPHRASE = 'correct horse battery'
const one = accountId('one')
const two = accountId('two')
const pair = { apiKey: 'KEY-ONE', apiSecret: 'canary-secret-0001' }

const vaultAt = (file: string) => createFileVault({ file, hide: () => undefined, cost: COST })
const why = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.sentence.id)
const kept = async (vault: FileVault, ids: readonly AccountId[]) => {
  const pairs = await Promise.all(ids.map((id) => vault.pair(id)))
  return ids.filter((_, index) => pairs[index]?.ok === true && pairs[index].value !== null)
}
const newFile = () => join(tempFolder(), 'keys.vault')

async function filled(): Promise<{ readonly file: string; readonly vault: FileVault }> {
  const file = newFile()
  const vault = vaultAt(file)
  await vault.unlock(PASSPHRASE)
  expect(await vault.put(one, pair)).toEqual({ ok: true, value: null })
  return { file, vault }
}

async function reopened(file: string, passphrase = PASSPHRASE) {
  const vault = vaultAt(file)
  return { vault, unlocked: await vault.unlock(passphrase) }
}

test('keys survive, sign as before, and can be replaced and removed', async () => {
  const { file, vault } = await filled()
  await vault.put(two, { apiKey: 'KEY-TWO', apiSecret: 'another-secret' })
  const again = (await reopened(file)).vault
  expect(await kept(again, [one, two])).toEqual([one, two])
  const before = await vault.signer(one)
  const after = await again.signer(one)
  expect(after.ok && after.value.apiKey).toBe('KEY-ONE')
  expect(after.ok && after.value.sign('x')).toBe(before.ok && before.value.sign('x'))
  await again.remove(one)
  expect(why(await again.signer(one))).toBe('vault.no-key')
  expect(await kept(again, [one, two])).toEqual([two])
})

test('keys put at the same time are all kept', async () => {
  const { file, vault } = await filled()
  const ids = Array.from({ length: 8 }, (_, index) => accountId(`a${index}`))
  await Promise.all(ids.map((id) => vault.put(id, pair)))
  expect(await kept((await reopened(file)).vault, [...ids, one])).toEqual([...ids, one])
})

test('the file is readable by its owner alone, holds no key as text and leaves no draft behind', async () => {
  const { file } = await filled()
  const text = readFileSync(file, 'utf8')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  for (const secret of ['KEY-ONE', 'canary-secret-0001', PASSPHRASE]) expect(text).not.toContain(secret)
  expect(readdirSync(join(file, '..'))).toEqual(['keys.vault'])
})

test('a locked vault says so and gives nothing', async () => {
  const { file } = await filled()
  const vault = vaultAt(file)
  const answers = [await vault.signer(one), await vault.pair(one), await vault.put(two, pair), await vault.remove(one)]
  expect(answers.map(why)).toEqual(Array(4).fill('vault.locked'))
  expect(await vault.state()).toMatchObject({ problem: { sentence: { id: 'vault.locked' } }, remedy: 'open-file' })
  await vault.unlock(PASSPHRASE)
  expect(await vault.state()).toEqual({ problem: null, remedy: 'none' })
})

test('a wrong passphrase is told apart from a damaged file, and neither changes the file', async () => {
  const { file } = await filled()
  const text = readFileSync(file, 'utf8')
  expect(why((await reopened(file, 'wrong passphrase')).unlocked)).toBe('vault.wrong-passphrase')
  expect(readFileSync(file, 'utf8')).toBe(text)
  const sealed = JSON.parse(text)
  const damages = {
    cut: text.slice(0, 100),
    emptied: '',
    salt: JSON.stringify({ ...sealed, head: { ...sealed.head, salt: Buffer.alloc(32).toString('base64') } }),
    cheap: JSON.stringify({ ...sealed, head: { ...sealed.head, cost: 1024 } }),
    body: JSON.stringify({ ...sealed, body: `AAAA${sealed.body.slice(4)}` }),
    missing: JSON.stringify({ ...sealed, tag: undefined }),
  }
  for (const [name, damaged] of Object.entries(damages)) {
    writeFileSync(file, damaged)
    expect([name, why((await reopened(file)).unlocked)]).toEqual([name, 'vault.damaged'])
    expect(await vaultAt(file).state()).toMatchObject({
      problem: { sentence: { id: 'vault.damaged' } },
      remedy: 'none',
    })
    expect(readFileSync(file, 'utf8')).toBe(damaged)
  }
})

test('no change of a single character goes unnoticed', async () => {
  const { file, vault } = await filled()
  const text = readFileSync(file, 'utf8')
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('A', 'z', '7', '"', ' '), async (at, character) => {
      const changed = text.slice(0, at) + character + text.slice(at + 1)
      writeFileSync(file, changed)
      const signer = await vault.signer(one)
      const same = JSON.stringify(parse(changed)) === JSON.stringify(parse(text))
      expect(signer.ok).toBe(same)
    }),
  )
})

test('a newer vault is refused and left alone', async () => {
  const { file } = await filled()
  const newer = JSON.stringify({ head: { format: 'tidemark-vault', version: 2, more: true }, blob: 'x' })
  writeFileSync(file, newer)
  const { vault, unlocked } = await reopened(file)
  expect(why(unlocked)).toBe('vault.newer')
  expect(why(await vault.put(two, pair))).toBe('vault.locked')
  expect(readFileSync(file, 'utf8')).toBe(newer)
})

test('a new vault wants a passphrase worth the name, and no file appears before the first key', async () => {
  const file = newFile()
  const vault = vaultAt(file)
  expect(why(await vault.unlock('short'))).toBe('vault.passphrase-short')
  expect(why(await vault.unlock(PASSPHRASE))).toBe('ok')
  expect(await kept(vault, [one])).toEqual([])
  expect(existsSync(file)).toBe(false)
})

test('a vault that is to be used stands at once, and asks for its passphrase after a restart', async () => {
  const file = newFile()
  const vault = vaultAt(file)
  expect(await vault.state()).toMatchObject({ problem: { sentence: { id: 'vault.none-yet' } }, remedy: 'begin-file' })
  expect(why(await vault.useFile('short'))).toBe('vault.passphrase-short')
  expect(existsSync(file)).toBe(false)
  expect(why(await vault.useFile(PASSPHRASE))).toBe('ok')
  const again = vaultAt(file)
  expect((await again.state()).remedy).toBe('open-file')
  expect(why(await again.useFile('another passphrase'))).toBe('vault.wrong-passphrase')
  expect(why(await again.useFile(PASSPHRASE))).toBe('ok')
})

test('a key that cannot sign is not kept', async () => {
  const { vault } = await filled()
  expect(why(await vault.put(two, { apiKey: 'K', apiSecret: '-----BEGIN PUBLIC KEY-----' }))).toBe('key.pem-public')
  expect(await kept(vault, [one, two])).toEqual([one])
})

test('a file that cannot be read or written is a sentence', async () => {
  const file = newFile()
  mkdirSync(file)
  expect(why((await reopened(file)).unlocked)).toBe('vault.file-failed')
  const gone = vaultAt(join(tempFolder(), 'gone', 'keys.vault'))
  await gone.unlock(PASSPHRASE)
  expect(why(await gone.put(one, pair))).toBe('vault.file-failed')
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
