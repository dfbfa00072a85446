import { describe, expect, it } from 'vitest'
import { fail } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { createBookDesk, wanted } from './test/desk.ts'

const again = { label: 'Again', apiKey: 'second' } as const

describe('an exchange account that is here already', () => {
  it('is refused under any other key, by the name it has here', async () => {
    const { book, keys } = createBookDesk(() => 'one and the same')
    await book.add(wanted())
    const refused = {
      code: 'invalid',
      field: 'apiKey',
      sentence: { id: 'account.added-already', values: { label: 'Main' } },
    }
    expect(await book.add(wanted(again))).toEqual({ ok: false, failure: refused })
    expect(await book.check(wanted(again))).toEqual({ ok: false, failure: refused })
    expect([book.list().length, keys.size]).toEqual([1, 1])
  })

  it('is told from another account of the same exchange', async () => {
    const { book } = createBookDesk()
    await book.add(wanted())
    expect(await book.add(wanted(again))).toMatchObject({ ok: true })
    expect(book.list().map(({ identity }) => identity)).toEqual(['first', 'second'])
  })

  it('is another account in another environment, where ids are given anew', async () => {
    const { book } = createBookDesk(() => '1')
    await book.add(wanted())
    expect(await book.add(wanted({ ...again, environment: 'testnet' }))).toMatchObject({ ok: true })
  })

  it('can be added again once it was removed', async () => {
    const { book } = createBookDesk(() => 'one and the same')
    const added = await book.add(wanted())
    if (added.ok) await book.remove(added.value.account)
    expect(await book.add(wanted(again))).toMatchObject({ ok: true })
  })

  it('cannot be told where the exchange does not say whose a key is', async () => {
    const { book } = createBookDesk(() => null)
    await book.add(wanted())
    expect(await book.add(wanted(again))).toMatchObject({ ok: true })
    expect(book.list().map(({ identity }) => identity)).toEqual([null, null])
  })
})

describe('checking a key', () => {
  it('tells what it is and may do, and keeps nothing', async () => {
    const { book, keys } = createBookDesk()
    expect(await book.check(wanted())).toEqual({
      ok: true,
      value: {
        kind: 'futures',
        rights: { verdict: 'read-only', powers: [], addressBound: null, expiresAt: null, checkedAt: 0 },
      },
    })
    expect([book.list().length, keys.size]).toEqual([0, 0])
  })
})

describe('a label', () => {
  it('is given once', async () => {
    const { book } = createBookDesk()
    await book.add(wanted())
    expect(await book.add(wanted({ apiKey: 'second' }))).toMatchObject({
      ok: false,
      failure: { field: 'label', sentence: { id: 'account.label-taken' } },
    })
  })
})

describe('the key of an account', () => {
  it('stands under the account’s id, whatever the account is called, and goes with it', async () => {
    const { book, keys } = createBookDesk()
    const added = await book.add(wanted())
    if (!added.ok) throw new Error(added.failure.sentence.id)
    const { account } = added.value
    expect(await book.rename(account, 'Savings')).toEqual({ ok: true, value: null })
    expect([...keys.keys()]).toEqual([account])
    await book.remove(account)
    expect([keys.size, book.list()]).toEqual([0, []])
  })

  it('that cannot be taken away keeps its account', async () => {
    const { book, keys, vault } = createBookDesk()
    const added = await book.add(wanted())
    if (!added.ok) throw new Error(added.failure.sentence.id)
    const locked = fail({ code: 'unavailable', sentence: sentence('vault.keychain-locked', { reason: '' }) } as const)
    Object.assign(vault, { remove: async () => locked })
    expect(await book.remove(added.value.account)).toMatchObject({ ok: false })
    expect([keys.size, book.list().length]).toEqual([1, 1])
  })
})
