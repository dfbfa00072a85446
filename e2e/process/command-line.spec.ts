import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, test as plain } from '@playwright/test'
import { test } from '../support/house.ts'
import { startProgram, type Ended, type Entry } from '../support/program.ts'

const environment = {}
const run = (entry: Entry, ...args: readonly string[]): Promise<Ended> =>
  startProgram(entry, args, { environment }).ended

plain.describe('every command', () => {
  for (const entry of ['headless', 'accounts', 'simulator'] as const) {
    plain(`${entry} answers --help and --version and names an option it does not know`, async () => {
      const help = await run(entry, '--help')
      expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Usage: npm run \w+ -- /) })
      const version = await run(entry, '--version')
      expect(version).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
      const unknown = await run(entry, '--prot=8000')
      expect(unknown).toMatchObject({ code: 2, stdout: '' })
      expect(unknown.stderr).toContain('Unknown option --prot. Nothing was started.')
    })
  }

  plain('speaks the language of the system', async () => {
    const said = await startProgram('headless', ['--prot'], { environment: { LC_ALL: 'bg_BG.UTF-8' } }).ended
    expect(said.stderr).toContain('Непознат параметър --prot.')
  })
})

test('a port that is taken and an address that is none are refused with what to do', async ({ house }) => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const port = String((holder.address() as AddressInfo).port)
  const taken = await house.start('headless', ['--demo', '--data', house.folder, '--port', port]).ended
  holder.close()
  expect(taken.code).toBe(1)
  expect(taken.stderr).toContain(
    `Port ${port} on 127.0.0.1 is taken by another program. Nothing was started. Choose another with --port.`,
  )
  const value = await house.start('headless', ['--demo', '--data', house.folder, '--port', 'eighty']).ended
  expect(value).toMatchObject({ code: 2, stdout: '' })
  expect(value.stderr).toContain('--port: “eighty” cannot be used; expected 0 to 65535. Nothing was started.')
  const started = { environment: { TIDEMARK_BYBIT_REST_URL: 'next door' } }
  const host = await house.start('headless', ['--data', house.folder], started).ended
  expect(host).toMatchObject({ code: 2, stdout: '' })
  expect(host.stderr).toContain('TIDEMARK_BYBIT_REST_URL: “next door” is not a web address.')
})

test('without an account the simulator is shown, live within seconds', async ({ house }) => {
  const server = await house.serve()
  expect(server.program.said()).toContain('Tidemark is watching (demo).')
  await server.untilFresh()
  const { body } = await server.health()
  expect(body.mode).toBe('demo')
  expect(body.streams.filter(({ state }) => state === 'live').length).toBeGreaterThanOrEqual(4)
})
