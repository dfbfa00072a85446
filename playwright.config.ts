import { existsSync } from 'node:fs'
import { defineConfig, type LaunchOptions } from '@playwright/test'
import { sayDriver } from './e2e/desktop/driver/runtime.ts'
import type { StageOptions } from './e2e/browser/support/test.ts'

/** Specs of the page that are about no shell in particular; the others are about addresses, tokens and tabs. */
const ON_BOTH_SHELLS =
  /(live|faults|keys|privacy|time|keyboard|markets|settings|alerts|alert-chart|alert-channels|heartbeat)\.spec\.ts$/

const installed = (...paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path))

/** What only a whole browser does: notices of its own. */
const NOTICES = /web-notices\.spec\.ts$/

/** `npm test` names them; whoever runs Playwright by hand gets what is installed, or Playwright's own. */
const browser = process.env['TIDEMARK_BROWSER'] ?? installed('/usr/bin/chromium-headless-shell', '/usr/bin/chromium')
const wholeBrowser = process.env['TIDEMARK_WHOLE_BROWSER'] ?? installed('/usr/bin/chromium')

const launchOptions = (path: string | undefined): LaunchOptions => ({
  ...(path === undefined ? {} : { executablePath: path }),
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})

/**
 * The built program from outside: its commands and feed (`process`), its page in a real browser (`browser`, and
 * `notices` in a whole one), the desktop app (`desktop`), attempts at both shells (`security`), and the page’s specs
 * once more inside the desktop app (`desktop-live`).
 */
export default defineConfig<StageOptions>({
  testDir: 'e2e',
  testMatch: /\.spec\.ts$/,
  outputDir: 'e2e/results',
  globalSetup: './e2e/desktop/support/say-driver.ts',
  metadata: { desktop: sayDriver() },
  // More than there are cores: a spec mostly waits for what it has set going.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    launchOptions: launchOptions(browser),
  },
  projects: [
    { name: 'process', testDir: 'e2e/process' },
    { name: 'browser', testDir: 'e2e/browser', testIgnore: NOTICES },
    {
      name: 'notices',
      testDir: 'e2e/browser',
      testMatch: NOTICES,
      use: { launchOptions: launchOptions(wholeBrowser) },
    },
    { name: 'desktop', testDir: 'e2e/desktop' },
    { name: 'security', testDir: 'e2e/security' },
    { name: 'desktop-live', testDir: 'e2e/browser', testMatch: ON_BOTH_SHELLS, use: { shell: 'desktop' } },
  ],
})
