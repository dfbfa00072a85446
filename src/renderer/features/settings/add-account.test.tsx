// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { AppInfo } from '../../../shared/health-rows.ts'
import { ok } from '../../../shared/result.ts'
import { prepareDom } from '../../test/dom.ts'
import { FAILED, settled, show, type FakePage } from '../../test/fake-page.tsx'
import { NOW } from '../../test/rows.ts'
import { AddAccount } from './add-account.tsx'

prepareDom()

const info: AppInfo = {
  version: '0.1.0',
  mode: 'live',
  shell: 'headless',
  startedAt: NOW,
  dataFolder: '/data',
  vault: { kind: 'memory', problem: null, remedy: 'none' },
  venues: [{ venue: 'somewhere', name: 'Somewhere', environments: ['mainnet', 'testnet'], signing: ['hmac'] }],
  runtime: {},
}

const SECRET = 'p4ssw0rd-secret'
type Verdict = 'read-only' | 'can-trade' | 'can-withdraw' | 'unknown'

const found = (verdict: Verdict) => ({
  kind: 'unified',
  rights: { verdict, powers: [], addressBound: null, expiresAt: null, checkedAt: NOW },
})

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const keep = () => screen.getByRole('button', { name: 'Add account' })

async function reachKey(): Promise<{ fake: FakePage; onClose: ReturnType<typeof vi.fn>; unmount: () => void }> {
  const fake = settled()
  const onClose = vi.fn()
  const { unmount } = show(fake, <AddAccount info={info} onClose={onClose} />)
  type('Name', ' Main ')
  await press('Next')
  type('API key', ' key ')
  type('Secret', SECRET)
  return { fake, onClose, unmount }
}

async function reachRights(verdict: Verdict) {
  const reached = await reachKey()
  reached.fake.answer('accounts.check', () => ok(found(verdict)))
  await press('Check the key')
  return reached
}

it('keeps a key that may only read', async () => {
  const { fake, onClose } = await reachRights('read-only')
  expect(keep().hasAttribute('disabled')).toBe(false)
  await press('Add account')
  const wanted = { venue: 'somewhere', environment: 'mainnet', label: 'Main', apiKey: 'key', apiSecret: SECRET }
  expect(fake.asked).toEqual([
    { path: 'accounts.check', input: { ...wanted, acceptTradingKey: false } },
    { path: 'accounts.add', input: { ...wanted, acceptTradingKey: false } },
  ])
  expect(onClose).toHaveBeenCalledOnce()
})

it('does not keep a key that can move funds', async () => {
  await reachRights('can-withdraw')
  expect(keep().hasAttribute('disabled')).toBe(true)
  expect(screen.getByText(/can move funds is not kept/)).toBeTruthy()
})

it('keeps a key that can trade only for the sentence typed in full', async () => {
  const { fake } = await reachRights('can-trade')
  for (const words of ['', 'yes', 'this key can']) {
    type(/Tidemark never trades/, words)
    expect(keep().hasAttribute('disabled')).toBe(true)
  }
  type(/Tidemark never trades/, 'This key can trade ')
  await press('Add account')
  expect(fake.asked.at(-1)).toMatchObject({ path: 'accounts.add', input: { acceptTradingKey: true } })
})

it('says why a key was not accepted and lets it be corrected', async () => {
  const { fake } = await reachKey()
  fake.answer('accounts.check', () => FAILED)
  await press('Check the key')
  expect(screen.getByRole('alert').textContent).not.toBe('')
  expect(screen.getByRole('button', { name: 'Check the key' }).hasAttribute('disabled')).toBe(false)
})

it('leaves nothing of the secret behind once it is closed', async () => {
  const { fake, unmount } = await reachRights('read-only')
  expect(document.documentElement.outerHTML).not.toContain(SECRET)
  unmount()
  show(fake, <AddAccount info={info} onClose={() => undefined} />)
  type('Name', 'Main')
  await press('Next')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Secret').value).toBe('')
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0])
})
