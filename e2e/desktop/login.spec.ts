import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import { test } from './support/test.ts'

test('started at login when the user says so, hidden when they say that too', async ({ desk }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the entry is the system’s own, outside the test’s home')
  const file = join(desk.folder, '.config', 'autostart', 'tidemark.desktop')
  const exec = (): string => (existsSync(file) ? (/^Exec=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '') : 'none')
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  await frameOf(page).show('Settings')
  expect(exec()).toBe('none')
  await page.getByLabel('Start when I log in').click()
  await expect.poll(exec).toMatch(/^"\//)
  expect(exec()).not.toContain('--hidden')
  await page.getByLabel('Start in the tray, without a window').click()
  await expect.poll(exec).toContain('"--hidden"')
  await page.getByLabel('Start when I log in').click()
  await expect.poll(exec).toBe('none')
})

test('an app that watches another data folder leaves the entry alone', async ({ desk }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the entry is the system’s own, outside the test’s home')
  test.slow()
  const file = join(desk.folder, '.config', 'autostart', 'tidemark.desktop')
  const first = await desk.launch({ network: 'none' })
  const page = await first.page()
  await frameOf(page).show('Settings')
  await page.getByLabel('Start when I log in').click()
  await expect.poll(() => existsSync(file)).toBe(true)
  await first.quit()
  const other = await desk.launch({ network: 'none', args: ['--demo', '--data', join(desk.folder, 'other')] })
  await frameOf(await other.page()).expectTrusted()
  await other.quit()
  expect(existsSync(file)).toBe(true)
})
