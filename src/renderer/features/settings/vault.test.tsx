// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { AppInfo } from '../../../shared/health-rows.ts'
import { fail } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show } from '../../test/fake-page.tsx'
import { NOW } from '../../test/rows.ts'
import { Vault } from './vault.tsx'

prepareDom()

const PASSPHRASE = 'correct horse battery'

function open(vault: AppInfo['vault'], language: 'en' | 'ru' | 'bg' = 'en') {
  const info: AppInfo = {
    version: '0.1.0',
    mode: 'live',
    shell: 'desktop',
    startedAt: NOW,
    dataFolder: '/data',
    vault,
    venues: [],
    runtime: {},
  }
  const fake = settled({ language })
  const onOpened = vi.fn()
  show(fake, <Vault info={info} onOpened={onOpened} />)
  return { fake, onOpened }
}

const locked: AppInfo['vault'] = {
  kind: 'keychain',
  problem: sentence('vault.keychain-locked', { reason: 'Cannot create an item in a locked collection' }),
  remedy: 'begin-file',
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const begin = () => screen.getByRole('button', { name: 'Keep keys in the file' })

it('says where keys are kept, and asks for nothing while that works', () => {
  open({ kind: 'keychain', problem: null, remedy: 'none' })
  expect(screen.getByText('In this computer’s keychain.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('explains a locked keychain and offers the file vault', () => {
  open(locked)
  expect(screen.getByText(/The keychain is locked \(Cannot create an item.*The keys in it are kept/)).toBeTruthy()
  expect(screen.getByText(/stay there and move into the file as soon as the keychain opens/)).toBeTruthy()
})

it('begins a vault only with a passphrase that is long enough and entered twice alike', async () => {
  const { fake, onOpened } = open(locked)
  type('New passphrase', 'short')
  type('The same passphrase again', 'short')
  expect([begin().hasAttribute('disabled'), screen.getByText('At least 8 characters.') !== null]).toEqual([true, true])
  type('New passphrase', PASSPHRASE)
  type('The same passphrase again', `${PASSPHRASE}!`)
  expect([begin().hasAttribute('disabled'), screen.getByText(/passphrases differ/) !== null]).toEqual([true, true])
  fireEvent.submit(screen.getByRole('form'))
  expect(fake.asked).toEqual([])
  type('The same passphrase again', PASSPHRASE)
  await press('Keep keys in the file')
  expect(fake.asked).toEqual([{ path: 'app.useFileVault', input: { passphrase: PASSPHRASE } }])
  expect(onOpened).toHaveBeenCalledOnce()
})

it('keeps no passphrase on the page and says what went wrong', async () => {
  const { fake, onOpened } = open(locked)
  fake.answer('app.useFileVault', () =>
    fail({
      code: 'unavailable',
      sentence: sentence('vault.file-failed', { file: '/data/keys.vault', reason: 'ENOSPC' }),
    }),
  )
  type('New passphrase', PASSPHRASE)
  type('The same passphrase again', PASSPHRASE)
  await press('Keep keys in the file')
  expect(screen.getByRole('alert').textContent).toContain('ENOSPC')
  expect(screen.getByLabelText<HTMLInputElement>('New passphrase').value).toBe('')
  expect(onOpened).not.toHaveBeenCalled()
})

it('asks once for the passphrase of a vault that is there', async () => {
  const { fake, onOpened } = open({
    kind: 'file',
    problem: sentence('vault.locked', { file: '/data/live/keys.vault' }),
    remedy: 'open-file',
  })
  type('Passphrase', PASSPHRASE)
  await press('Open the vault')
  expect(fake.asked).toEqual([{ path: 'app.unlockVault', input: { passphrase: PASSPHRASE } }])
  expect(onOpened).toHaveBeenCalledOnce()
})

it('offers no passphrase for a damaged vault, which none would open', () => {
  open({
    kind: 'file',
    problem: sentence('vault.damaged', { file: '/data/live/keys.vault', reason: 'checksum' }),
    remedy: 'none',
  })
  expect(screen.getByText(/is damaged/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it.each([
  ['ru', 'Хранить ключи в файле'],
  ['bg', 'Пази ключовете във файла'],
] as const)('says all of it in %s', (language, button) => {
  open(locked, language)
  expect(screen.getByRole('button', { name: button })).toBeTruthy()
})
