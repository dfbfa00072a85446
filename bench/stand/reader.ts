import { PROTOCOL, type DownFrame, type UpFrame } from '../../src/shared/frames.ts'
import type { Link } from '../../src/shared/link.ts'

/** A page without a screen: opens what the dashboard opens and acknowledges every frame. */
export interface Reader {
  readonly link: Link
  frames(): number
}

const LIVES = ['accounts.list', 'portfolio.totals', 'market.watchlist', 'health.streams'] as const
const OF_ACCOUNT = ['portfolio.positions', 'portfolio.balances', 'portfolio.orders', 'portfolio.fills'] as const

export function createReader(token: string, instruments: readonly string[]): Reader {
  const takers = new Set<(text: string) => void>()
  const state = { frames: 0, opened: 0 }
  const say = (frame: UpFrame): void => queueMicrotask(() => takers.forEach((take) => take(JSON.stringify(frame))))

  function open(path: string, params: unknown): void {
    state.opened += 1
    say({ type: 'open', id: state.opened, path, params })
  }

  function hear(frame: DownFrame): void {
    if (frame.type === 'lost') throw new Error(`A live could not be opened: ${JSON.stringify(frame.failure)}`)
    if (frame.type === 'frame') {
      state.frames += 1
      say({ type: 'ack', seq: frame.seq })
    }
    if (frame.type !== 'welcome') return
    for (const path of LIVES) open(path, null)
    for (const path of OF_ACCOUNT) open(path, { account: 'all' })
    open('market.prices', { instruments })
  }

  const link: Link = {
    send: (text) => hear(JSON.parse(text) as DownFrame),
    onText: (take) => {
      takers.add(take)
      say({ type: 'hello', protocol: PROTOCOL, token })
      return () => void takers.delete(take)
    },
    onClose: () => () => undefined,
    close: () => takers.clear(),
  }
  return { link, frames: () => state.frames }
}
