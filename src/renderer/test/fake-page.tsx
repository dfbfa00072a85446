import { act, render, type RenderResult } from '@testing-library/react'
import { useMemo, type ReactNode } from 'react'
import { createStore } from 'zustand/vanilla'
import type { LiveReader } from '../../shared/client.ts'
import type { Mode } from '../../shared/frames.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { FormatsContext } from '../format/formats.ts'
import { useAppearance } from '../features/frame/use-appearance.ts'
import { createClient } from '../link/client.ts'
import type { Connection } from '../link/connect.ts'
import { createLives } from '../state/lives.ts'
import { createNotifier } from '../state/notifier.ts'
import { PageContext, type Page } from '../state/page.ts'
import { createQueries } from '../state/queries.ts'
import { createView } from '../state/view.ts'
import { createWords, I18nextProvider } from '../words/words.ts'
import { NOW, settingsRow } from './rows.ts'

type Rows = Readonly<Record<string, unknown>>
type Answer = (input: never) => Result<unknown> | Promise<Result<unknown>>

export interface FakePage {
  readonly page: Page
  /** Every call asked so far. */
  readonly asked: readonly { readonly path: string; readonly input: unknown }[]
  /** A live's rows are these and no others. */
  feed(path: string, rows: Rows): void
  /** Some rows of a live changed; null takes one away. */
  patch(path: string, rows: Rows): void
  lose(path: string): void
  answer(path: string, take: Answer): void
  /** The engine's clock from now on. */
  at(now: number): void
}

/** A page whose engine is the test's hand. Lives say nothing until they are fed; calls succeed with nothing. */
export function createFakePage(mode: Mode = 'live'): FakePage {
  const notifier = createNotifier()
  const readers = new Map<string, Set<LiveReader<unknown>>>()
  const known = new Map<string, Rows>()
  const answers = new Map<string, Answer>()
  const asked: { path: string; input: unknown }[] = []
  const clock = { now: NOW }
  const said: Connection = { state: 'connected', mode, build: 'test', engineAhead: 0 }

  const readersOf = (path: string) => [...(readers.get(path) ?? [])]
  const changeOf = (reset: boolean, rows: Rows) => ({ reset, rows: new Map(Object.entries(rows)) })

  const calls = {
    ask: async (path: string, input: unknown) => {
      asked.push({ path, input })
      return await (answers.get(path) ?? (() => ok(null)))(input as never)
    },
    done: () => undefined,
    lose: () => undefined,
    resend: () => undefined,
  }
  const lives = {
    open: (path: string, _params: unknown, reader: LiveReader<unknown>) => {
      readers.set(path, (readers.get(path) ?? new Set()).add(reader))
      const rows = known.get(path)
      if (rows !== undefined) reader.changed(changeOf(true, rows))
      return () => void readers.get(path)?.delete(reader)
    },
    apply: () => undefined,
    lost: () => undefined,
    reopen: () => undefined,
  }
  const client = createClient(calls, lives)

  function tell(path: string, run: (reader: LiveReader<unknown>) => void): void {
    act(() => notifier.batch(() => readersOf(path).forEach(run)))
  }

  return {
    page: {
      client,
      queries: createQueries(client),
      lives: createLives(notifier, () => () => undefined),
      connection: createStore(() => ({ connection: said })),
      view: createView(),
      now: () => clock.now,
      engineNow: () => clock.now,
    },
    asked,
    feed: (path, rows) => {
      known.set(path, rows)
      tell(path, (reader) => reader.changed(changeOf(true, rows)))
    },
    patch: (path, rows) => {
      known.set(path, { ...known.get(path), ...rows })
      tell(path, (reader) => reader.changed(changeOf(false, rows)))
    },
    lose: (path) => tell(path, (reader) => reader.lost({ code: 'unavailable', sentence: sentence('link.closed') })),
    answer: (path, take) => void answers.set(path, take),
    at: (now) => {
      clock.now = now
    },
  }
}

/** A call that failed, as the link says it. */
export const FAILED = fail({ code: 'unavailable', sentence: sentence('link.closed') } as const)

/** Renders a part of the page over a fake engine, in the settings it is fed with. */
export function show(fake: FakePage, part: ReactNode): RenderResult {
  return render(
    <PageContext value={fake.page}>
      <Dressed>{part}</Dressed>
    </PageContext>,
  )
}

function Dressed({ children }: { readonly children: ReactNode }) {
  const { formats, language } = useAppearance()
  const words = useMemo(() => createWords(language), [language])
  return (
    <I18nextProvider i18n={words}>
      <FormatsContext value={formats}>{children}</FormatsContext>
    </I18nextProvider>
  )
}

/** A fake page with its settings already told. */
export function settled(over: Parameters<typeof settingsRow>[0] = {}, mode: Mode = 'live'): FakePage {
  const fake = createFakePage(mode)
  fake.feed('settings.current', { settings: settingsRow(over) })
  return fake
}
