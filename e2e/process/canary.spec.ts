import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as plain } from '@playwright/test'
import { filesUnder, leaks, placeOf } from '../support/leaks.ts'
import { test } from '../support/house.ts'

const SECRET = 'canary-secret-7f3a'

plain('the search finds a planted secret in every form it knows', () => {
  const bytes = Buffer.from(SECRET)
  const forms = {
    plain: `the secret is ${SECRET}, keep it`,
    hex: bytes.toString('hex'),
    base64: bytes.toString('base64'),
    'base64 behind a key': Buffer.from(`k:${SECRET}`).toString('base64'),
    'base64 behind a longer key': Buffer.from(`key:${SECRET};`).toString('base64'),
    'in an address': `?secret=${encodeURIComponent(SECRET)}&x=1`,
  }
  for (const [form, text] of Object.entries(forms)) expect(leaks([SECRET], [placeOf(form, text)])).toEqual([form])
  expect(leaks([SECRET], [placeOf('innocent', 'canary-secret-but-another')])).toEqual([])

  const folder = mkdtempSync(join(tmpdir(), 'tidemark-canary-'))
  writeFileSync(join(folder, 'log'), Buffer.concat([Buffer.from([0, 255, 7]), Buffer.from(SECRET)]))
  expect(leaks([SECRET], filesUnder(folder))).toEqual([join(folder, 'log')])
  rmSync(folder, { recursive: true })
})

/** The search itself is the house's, after every test; here the program is driven through all it might say too much in. */
test('a run with every log line and every trouble gives no secret away', async ({ house, exchange }) => {
  house.keepSecret(PASTED)
  const loud = { environment: { TIDEMARK_LOG_LEVEL: 'debug', TIDEMARK_LOG: 'json' } }
  for (const venue of ['bybit', 'binance'] as const) await house.add({ venue, label: venue })
  const args = ['--data', house.folder, '--vault', 'file', '--port', '0']
  const server = await house.follow(house.start('headless', args, loud))
  await server.untilFresh()
  const feed = await server.feed()
  await exchange.control(
    { do: 'garble', frames: 3 },
    { do: 'rest', fault: { kind: 'refuse', trouble: { kind: 'html', status: 403 } } },
    { do: 'rest', fault: { kind: 'refuse', trouble: { kind: 'status', status: 503 } } },
    { do: 'listen-key-expire', account: 'binance-demo' },
    { do: 'drop' },
  )
  await exchange.control(
    { do: 'key-state', apiKey: exchange.key('bybit').apiKey, state: 'revoked' },
    { do: 'key-rights', apiKey: exchange.key('binance').apiKey, rights: 'withdraw' },
    { do: 'drop' },
  )
  await expect.poll(async () => (await server.accountStates())[0], { timeout: 30_000 }).toBe('refused')
  feed.send(`{"type":"subscribe","channels":["${PASTED}"]}`)
  await feed.next('error', ({ type }) => type === 'error')
  expect((await server.stop()).code).toBe(0)
  expect(server.program.said()).toContain('an account waits for its user')
})

const PASTED = 'a-secret-pasted-in-the-wrong-place'
