import type { Page } from '@playwright/test'
import { placeOf, type Place } from '../../support/leaks.ts'

/** Everything the page's JavaScript still holds on to, after a collection of what it does not. */
export async function heapOf(page: Page): Promise<Place> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return placeOf('heap of the page', chunks.join(''))
}
