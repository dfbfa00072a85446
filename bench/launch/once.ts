import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { chooseDriver } from '../../e2e/desktop/driver/choose.ts'

/** One launch, in a process of its own: `ours` or `empty`; the build is what TIDEMARK_BUILT names. */
const [which] = process.argv.slice(2)
const SETTLED_MS = 5_000

export interface Launched {
  readonly driver: string
  /** From the start of the process to the word, or to the first live figure, on the screen. */
  readonly ms: number
  /** Of the main process once it has settled, in bytes. */
  readonly resident: number
}

async function firstFigure(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Connections: Live' }).waitFor()
  await page.locator('header .total .figure [data-exact]').first().waitFor()
}

function residentOf(pid: number): number {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes) * 1024
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024
}

const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking']
const path = process.env['TIDEMARK_BROWSER']
const browser = await chromium.launch({ ...(path === undefined ? {} : { executablePath: path }), args })
const environment = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
const started = performance.now()
const driven = await chooseDriver()(
  { environment, args: which === 'ours' ? ['--demo', '--data', join(folder, 'data')] : [], folder },
  {
    browser,
    look: { locale: 'en-GB', timezoneId: 'UTC', colorScheme: 'dark' },
    prepare: () => Promise.resolve(),
    complain: () => undefined,
  },
)
const page = await driven.app.page()
if (which === 'ours') await firstFigure(page)
const ms = performance.now() - started
await pause(SETTLED_MS)
const launched: Launched = { driver: driven.app.driver, ms, resident: residentOf(driven.pid) }
process.stdout.write(`${JSON.stringify(launched)}\n`)
await driven.close()
await browser.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
