import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { placeOf, type Place } from '../../support/leaks.ts'
import type { Launching, Start } from './launching.ts'

/** Longer than any orderly stop may take. */
const QUIT_MS = 15_000

/** Quits a start that still runs, and says what is wrong with how it ended; one that was killed has no code. */
export async function endStart({ driven, ends }: Start): Promise<readonly string[]> {
  const { app, close } = driven
  const quit = app.quit().then(
    () => true,
    () => true,
  )
  const inTime = await Promise.race([quit, setTimeout(QUIT_MS, false)])
  await close()
  const code = await app.ended
  const tail = app.said().slice(-2_000)
  if (!inTime) return [`main did not end within ${QUIT_MS / 1000} s of being asked to:\n${tail}`]
  return code === ends || code === null ? [] : [`main ended with ${code}:\n${tail}`]
}

/** Everything the app has told anybody; to be taken while it still runs. */
export async function everythingSaid({ starts, pages }: Launching): Promise<() => readonly Place[]> {
  const contents = await Promise.all(pages.map(contentOf))
  const recorded = await Promise.all(starts.map(({ driven }) => driven.app.recorded()))
  return () => [
    ...starts.map(({ driven }, at) => placeOf(`output of start ${at + 1}`, driven.app.said())),
    ...starts.map(({ driven }, at) => placeOf(`frames of start ${at + 1}`, driven.sent.join('\n'))),
    ...contents.map((content, at) => placeOf(`page ${at + 1}`, content)),
    placeOf('what the system was shown', JSON.stringify(recorded)),
  ]
}

/** A page that was closed or has crashed shows nothing any more. */
function contentOf(page: Page): Promise<string> {
  return page.isClosed() ? Promise.resolve('') : Promise.race([page.content().catch(() => ''), setTimeout(2_000, '')])
}
