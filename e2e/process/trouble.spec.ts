import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from '@playwright/test'
import { startExchange } from '../support/exchange.ts'
import { test } from '../support/house.ts'

test.describe('a database that cannot be used is explained and left as it is', () => {
  const spoilers = {
    'cut in half': (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)),
    'not a database at all': (file: string) =>
      writeFileSync(file, 'Dear diary, today I lost a private key.\n'.repeat(90)),
    'written by a newer version': (file: string) => {
      const db = new Database(file)
      db.pragma('user_version = 9999')
      db.close()
    },
  }
  for (const [what, spoil] of Object.entries(spoilers)) {
    test(what, async ({ house }) => {
      await house.add({ venue: 'bybit', label: 'Main' })
      const file = join(house.live, 'tidemark.db')
      spoil(file)
      const before = readFileSync(file)
      const refused = await house.start('headless', ['--data', house.folder, '--vault', 'file', '--port', '0']).ended
      expect(refused.code).toBe(1)
      expect(refused.stderr).toContain(`The database ${file} `)
      expect(refused.stderr).toMatch(/The file was left exactly as it is/)
      expect(readFileSync(file).equals(before)).toBe(true)
    })
  }
})

test('a second program on the same folder is told who has it', async ({ house }) => {
  const server = await house.serve('--demo')
  await house.add({ venue: 'bybit', label: 'Main' })
  const live = await house.serve()
  for (const args of [['--demo'], []]) {
    const second = await house.start('headless', ['--data', house.folder, '--vault', 'file', '--port', '0', ...args])
      .ended
    const holder = args.length > 0 ? server : live
    expect(second.code).toBe(1)
    expect(second.stderr).toMatch(
      new RegExp(
        `The data folder \\S+ is in use by another Tidemark \\(tidemark serve, process ${holder.program.pid}\\)`,
      ),
    )
  }
  const command = await house.accounts(['list'])
  expect(command.code).toBe(1)
  expect(command.stderr).toContain('Nothing was changed. Close it, or choose another folder with --data.')
})

test('without the exchange it starts all the same, says so, and recovers when it comes', async ({
  house,
  exchange,
}) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  await house.add({ venue: 'binance', label: 'Second' })
  await exchange.stop()
  const server = await house.serve()
  await expect.poll(async () => (await server.health()).status).toBe(503)
  await expect.poll(() => server.accountStates()).toEqual(['down', 'down'])
  await server.program.untilSaid(/network\.unreachable/)
  const again = await startExchange(exchange.port)
  await server.untilFresh()
  expect(await server.accountStates()).toEqual(['live', 'live'])
  await again.stop()
})

test('a key that expires and an account that changes its kind turn health red', async ({ house, exchange }) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  await exchange.control({ do: 'key-state', apiKey: exchange.key('bybit').apiKey, state: 'expired' })
  const server = await house.serve()
  await expect.poll(() => server.accountStates()).toEqual(['refused'])
  expect(await server.health()).toMatchObject({ status: 503, body: { status: 'stale' } })
})
