import { EventEmitter } from 'node:events'
import type { WebFrameMain } from 'electron'
import { present } from './present.ts'

export interface Frame {
  readonly frame: WebFrameMain
  /** The page in it has changed. */
  moved(url: string): void
  gone(): void
}

/** One frame of a page; `parent` is null for the main one. */
export function createFrame(number: number, parent: WebFrameMain | null, start: string): Frame {
  const state = { url: start, isGone: false }
  const frame: WebFrameMain = present<WebFrameMain>(new EventEmitter(), {
    get url() {
      return state.url
    },
    get origin() {
      return originOf(state.url)
    },
    get top() {
      return parent ?? frame
    },
    get frames() {
      return []
    },
    parent,
    name: '',
    detached: false,
    frameTreeNodeId: number,
    routingId: number,
    processId: 1,
    osProcessId: process.pid,
    visibilityState: 'visible',
    isDestroyed: () => state.isGone,
  })
  return { frame, moved: (url) => void (state.url = url), gone: () => void (state.isGone = true) }
}

/** As a page sees it: `app://main` for a standard scheme, `null` for one that has no origin. */
export function originOf(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null || ['about:', 'data:', 'javascript:'].includes(parsed.protocol)) return 'null'
  if (parsed.protocol === 'file:') return 'file://'
  return parsed.host === '' ? 'null' : `${parsed.protocol}//${parsed.host}`
}
