import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { findRuntime } from './driver/runtime.ts'
import type { Desk, LaunchOptions } from './support/desk.ts'
import { test } from './support/test.ts'

async function expectRefused(desk: Desk, options: LaunchOptions, why: RegExp): Promise<void> {
  const app = await desk.launch({ ...options, ends: 1 })
  expect(await app.ended).toBe(1)
  const { dialogs, windows } = await app.recorded()
  expect(dialogs.map(({ kind, text }) => `${kind}: ${text}`).join('\n')).toMatch(why)
  expect(windows).toEqual([])
}

test('a data folder that is meant but not named is asked for, and no other is opened', async ({ desk }) => {
  await expectRefused(desk, { args: ['--data'] }, /^error: --data is missing; expected DIR/)
})

test('a data folder that is none is explained', async ({ desk }) => {
  const file = join(desk.folder, 'a-file')
  writeFileSync(file, '')
  await expectRefused(desk, { args: ['--data', file] }, /^error: .*a-file/)
})

test('an address that is none is explained', async ({ desk }) => {
  const environment = { TIDEMARK_BYBIT_REST_URL: 'not an address' }
  await expectRefused(desk, { environment }, /^error: TIDEMARK_BYBIT_REST_URL/)
})

test('an error of the program itself is explained too, and leaves no process that holds the lock', async ({ desk }) => {
  const broken = { TIDEMARK_STAND_IN_APP: '/' }
  const app = await desk.launch({ network: 'none', environment: broken, ends: 1 })
  test.skip(app.driver !== 'stand-in', 'Only the stand-in can take the program’s own package away.')
  expect(await app.ended).toBe(1)
  const { dialogs } = await app.recorded()
  expect(dialogs.map(({ text }) => text)).toEqual([expect.stringMatching(/could not start.*package\.json/)])
  expect(app.said()).toMatch(/Something failed that nobody expected/)
  const again = await desk.launch({ network: 'none' })
  await again.page()
})

test('an installed app outside the sandbox is refused, with what to do', async ({ desk }) => {
  test.skip(findRuntime() !== null, 'Electron run from its package is no installed app')
  const environment = { TIDEMARK_STAND_IN_PACKAGED: '1' }
  await expectRefused(desk, { environment, args: ['--no-sandbox'] }, /^error: .*outside Chromium’s sandbox.*AppImage/)
})
