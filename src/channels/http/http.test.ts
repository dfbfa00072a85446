import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, secretsOf } from './address.ts'
import { multipart } from './multipart.ts'
import { retryAfterMs, waitOfSeconds } from './retry-after.ts'

describe('addresses', () => {
  const host = (text: string) => {
    const read = readAddress(text, 'private')
    return read.ok ? read.address.host : read.problem
  }

  test('encrypted ones lead anywhere', () => {
    expect(host('https://hooks.example.org/a?b=c#d')).toBe('hooks.example.org')
    expect(host('https://example.org:8443')).toBe('example.org:8443')
  })

  test.each([
    'localhost:8080',
    '127.0.0.1',
    '127.8.9.1',
    '[::1]:9000',
    '10.0.0.7',
    '192.168.1.5:80',
    '172.16.0.1',
    '172.31.255.255',
    '100.64.0.1',
    '[fd12::1]',
    '[fe80::1]',
    'ntfy.local',
    'ntfy.home.arpa',
    '0x7f.1',
    '2130706433',
  ])('http to %s stays near', (near) => {
    expect(host(`http://${near}/topic`)).not.toBe('not-encrypted')
  })

  test.each([
    'example.org',
    '8.8.8.8',
    '172.32.0.1',
    '172.15.0.1',
    '100.128.0.1',
    '192.169.0.1',
    '127.0.0.1.example.org',
    '10.0.0.1.nip.io',
    'localhost.example.org',
    'mylocal',
    '[2001:db8::1]',
    '[::ffff:8.8.8.8]',
    'anna@8.8.8.8',
    'localhost@example.org',
  ])('http to %s does not', (far) => {
    expect(host(`http://${far}/topic`)).toBe('not-encrypted')
  })

  test.each([
    '',
    'example.org/hook',
    'ftp://example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    `https://x.org/${'a'.repeat(2000)}`,
  ])('%s is none', (text) => {
    expect(host(text)).toBe('not-an-address')
  })

  test('whatever part of one is repeated, it is known as secret', () => {
    const read = readAddress('https://u:p%20w@x.org/a%62c/token?key=v%61lue', 'private')
    const secrets = read.ok ? secretsOf(read.address) : []
    expect(secrets).toEqual(expect.arrayContaining(['/a%62c/token?key=v%61lue', 'abc', 'token', 'value']))
    expect(read.ok && read.address.url).toBe('https://x.org/a%62c/token?key=v%61lue')
  })
})

test('waits are read in seconds and as dates, and never exceed a day', () => {
  const now = 1_795_000_000_000
  const read = (text: string) => retryAfterMs(text, now)
  expect(['0', ' 7 ', '1.5', new Date(now + 3000).toUTCString(), new Date(now - 9000).toUTCString()].map(read)).toEqual(
    [0, 7000, 1500, 3000, 0],
  )
  expect(['', 'soon', '-1', '1e9', 'NaN'].map(read)).toEqual([null, null, null, null, null])
  expect([undefined, -1, Number.NaN, 0.0001, 1e12].map(waitOfSeconds)).toEqual([null, null, null, 1, 86_400_000])
})

test('a form is read back as it was written, whatever stands in it', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })
  const bytes = fc.uint8Array({ maxLength: 400 })
  await fc.assert(
    fc.asyncProperty(text, text, bytes, async (value, name, content) => {
      const file = { field: 'document', name, type: 'text/csv', bytes: content }
      const form = multipart({ fields: { a: value }, files: [file], boundary: 'f'.repeat(48) })
      const body = new Uint8Array(form.bytes)
      const read = await new Response(body, { headers: { 'Content-Type': form.type } }).formData()
      expect(read.get('a')).toBe(value)
      const got = read.get('document')
      expect(got instanceof File && Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true)
      expect([...read.keys()]).toEqual(['a', 'document'])
    }),
  )
})
