import { expect, it } from 'vitest'
import { readFeedAddress } from './feed-address.ts'

const read = (address: string) => readFeedAddress({ TIDEMARK_UPDATE_URL: address })

it('is the built-in feed unless one is chosen', () => {
  expect(readFeedAddress({})).toEqual({ ok: true, value: null })
  expect(read('  ')).toEqual({ ok: true, value: null })
})

it.each([
  'https://updates.example.com/tidemark/',
  'https://example.com/feed?token=1',
  'http://127.0.0.1:8080/',
  'http://localhost/x',
  'http://[::1]:9/',
])('takes %s', (address) => {
  expect(read(` ${address} `)).toEqual({ ok: true, value: address })
})

it.each([
  'http://example.com/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com',
  'http://10.0.0.1/',
  'ftp://127.0.0.1/',
  'file:///tmp/feed',
  'javascript:alert(1)',
  'updates',
])('refuses %s without repeating it', (address) => {
  const refused = read(address)
  expect(refused).toMatchObject({ ok: false, failure: { sentence: { id: 'update.bad-address' } } })
  expect(JSON.stringify(refused)).not.toContain(address)
})
