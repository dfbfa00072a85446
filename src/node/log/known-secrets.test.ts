import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HIDDEN, createKnownSecrets } from './known-secrets.ts'

const secretText = fc.string({
  minLength: 12,
  maxLength: 64,
  unit: fc.constantFrom('a', 'b', 'X', 'Z', '0', '9', '+', '/', '='),
})

test('a registered text is hidden wherever it stands, and the rest of the line is kept', () => {
  fc.assert(
    fc.property(secretText, fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (secret, before, after) => {
      const secrets = createKnownSecrets()
      secrets.add(secret)
      expect(secrets.redact(`${before}${secret}${after}`)).not.toContain(secret)
      expect(secrets.redact(`<${secret}>`)).toBe(`<${HIDDEN}>`)
    }),
  )
})

test('a line without a registered text is unchanged', () => {
  fc.assert(
    fc.property(fc.array(secretText, { maxLength: 4 }), fc.string({ maxLength: 200 }), (registered, line) => {
      const secrets = createKnownSecrets()
      registered.forEach(secrets.add)
      fc.pre(registered.every((secret) => !line.includes(secret)))
      expect(secrets.redact(line)).toBe(line)
    }),
  )
})

test('several secrets, overlapping ones and their URL form are hidden together', () => {
  const secrets = createKnownSecrets()
  secrets.add('abcdefgh+12345678')
  secrets.add('12345678zzzz')
  expect(secrets.redact('k=abcdefgh+12345678zzzz; u=abcdefgh%2B12345678!')).toBe(`k=${HIDDEN}; u=${HIDDEN}!`)
})

test('each line of a private key is hidden, as text and as JSON would write it', () => {
  const secrets = createKnownSecrets()
  const lines = ['MIIEvQIBADANBgkqhkiG9w0BAQEF', 'AASCBKcwggSjAgEAAoIBAQC7VJTU']
  secrets.add(['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\n'))
  const written = secrets.redact(JSON.stringify({ pem: lines.join('\n') }) + lines[1]!)
  for (const line of lines) expect(written).not.toContain(line)
})

test('a passphrase of several words is hidden whole, also with quotes in it, and its words are not', () => {
  const secrets = createKnownSecrets()
  secrets.add('say "correct horse" to my passphrase')
  const line = JSON.stringify({ msg: 'my passphrase is: say "correct horse" to my passphrase' })
  expect(secrets.redact(line)).toBe(`{"msg":"my passphrase is: ${HIDDEN}"}`)
})

test('pieces too short to be a secret do not eat the log', () => {
  const secrets = createKnownSecrets()
  secrets.add('abc')
  secrets.add('')
  expect(secrets.redact('abc')).toBe('abc')
})
