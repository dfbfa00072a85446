import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { commonJs } from '../../driver/common-js.ts'
import type { Fetched, Navigation, PageFetch } from '../../stand-in/protocol.ts'
import type { MainSide, Notice, Question } from '../main-side.ts'
import { openShownWindow, type ShownWindow } from '../shown-window.ts'

/** A main that serves one page at `app://main/`, allows what a test says, and keeps all it is told. */
export interface FakeMain {
  readonly window: ShownWindow
  readonly notices: readonly Notice[]
  readonly asked: readonly Question[]
  readonly complaints: readonly string[]
  /** Places the page may go to. */
  readonly allowed: Set<string>
  navigations(): readonly Navigation[]
  fetched(): readonly PageFetch[]
}

const POLICY = "default-src 'none'; script-src 'self'; img-src https:; require-trusted-types-for 'script'"
const FILES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/': [
    'text/html',
    '<title>One</title><p id=p>One</p><a id=link href="https://example.com/a">a</a><script src="/early.js"></script>',
  ],
  '/two': ['text/html', '<title>Two</title>'],
  '/early.js': [
    'text/javascript',
    'window.early = typeof window.api; window.api?.onMessage((...values) => { window.got = values })',
  ],
}

export const test = base.extend<{ readonly main: FakeMain }>({
  main: async ({ browser }, use, info) => {
    const notices: Notice[] = []
    const asked: Question[] = []
    const complaints: string[] = []
    const allowed = new Set<string>()
    const side: MainSide = {
      tell: (notice) => void notices.push(notice),
      ask: async (question) => {
        asked.push(question)
        return answer(question, allowed)
      },
    }
    const preload = info.outputPath('preload.cjs')
    writeFileSync(preload, commonJs(readFileSync(join(import.meta.dirname, 'preload.ts'), 'utf8')))
    const walls = { preload, contextIsolation: true, sandbox: true, nodeIntegration: false }
    const window = await openShownWindow(
      1,
      { width: 800, height: 600, ...walls },
      {
        browser,
        main: side,
        look: { locale: 'en-GB', timezoneId: 'UTC', colorScheme: 'dark' },
        prepare: async () => undefined,
        complain: (text) => void complaints.push(text),
      },
    )
    await window.load('app://main/')
    await use({
      window,
      notices,
      asked,
      complaints,
      allowed,
      navigations: () => asked.flatMap((each) => (each.kind === 'navigate' ? [each.navigation] : [])),
      fetched: () => asked.flatMap((each) => (each.kind === 'fetch' ? [each.fetch] : [])),
    })
    await window.close()
  },
})

function answer(question: Question, allowed: ReadonlySet<string>): unknown {
  if (question.kind === 'permissions') return ['clipboard-sanitized-write']
  if (question.kind === 'navigate') return allowed.has(question.navigation.url)
  return question.kind === 'fetch' ? serve(question.fetch) : null
}

function serve({ url }: PageFetch): Fetched {
  const { protocol, host, pathname } = new URL(url)
  if (protocol !== 'app:' || host !== 'main') return { kind: 'cancelled' }
  const [type, text] = FILES[pathname] ?? ['text/plain', '']
  const headers = { 'content-type': type, 'content-security-policy': POLICY, 'x-own': 'yes' }
  return { kind: 'response', status: pathname in FILES ? 200 : 404, headers, body: Buffer.from(text) }
}
