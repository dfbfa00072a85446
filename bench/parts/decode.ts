import { framesOf } from '../frames/kinds.ts'
import { mixOf, type Frame, type FrameKind } from '../frames/frame-kind.ts'
import { atMost, tell, tellFigure } from '../report/figure.ts'
import { createAccountStand } from '../stand/account-stand.ts'
import { contracts } from '../stand/exchange.ts'
import { createPlainClock } from '../stand/plain-clock.ts'
import { createMarketStand } from '../stand/market-stand.ts'
import { race, type Runner } from '../stand/race.ts'
import { roadOf, said, type Said } from '../stand/road.ts'
import type { Stand } from '../stand/stand.ts'
import { roster } from '../../src/venues/roster.ts'

const quick = process.argv.includes('--quick')
const FRAMES = 6000
const rounds = { warm: quick ? 6 : 20, counted: quick ? 7 : 31, frames: FRAMES }
const AIM = 1.5
const kept: { last: unknown } = { last: null }

const bare: Runner<readonly Said[]> = {
  name: 'JSON.parse',
  run: (round) => {
    for (const { text } of round) kept.last = JSON.parse(text)
  },
}

function measure(title: string, stand: Stand, make: () => Frame, counts: 'aim' | 'detail'): void {
  const before = { refused: stand.refused(), changes: stand.changes() }
  const next = (): readonly Said[] => Array.from({ length: FRAMES }, () => said(stand, make()))
  const [base, ours] = race([bare, roadOf(stand)], rounds, next)
  stand.settle()
  if (stand.refused() !== before.refused || stand.changes() - before.changes < FRAMES / 20)
    throw new Error(`${title}: frames were refused or lost`)
  const measured = `${micro(ours!.nanoseconds)} against ${micro(base!.nanoseconds)} µs a frame`
  const aim = counts === 'aim' ? atMost(ours!.ratio, AIM, '×') : null
  tellFigure(title, `${ours!.ratio.toFixed(2)}×`, measured, aim)
}

function micro(nanoseconds: number): string {
  return (nanoseconds / 1000).toFixed(2)
}

function measureAll(name: string, stand: Stand, kinds: readonly FrameKind[], chance: () => number): void {
  measure(name, stand, mixOf(kinds, chance), 'aim')
  if (quick) return
  for (const kind of kinds) measure(`  ${kind.name}`, stand, kind.make, 'detail')
}

const clock = createPlainClock()
const { symbols, charted } = contracts
for (const venue of roster) {
  const frames = framesOf(venue.id, symbols, charted)
  const topics = frames.market.map(({ make }) => make().topic)
  const market = await createMarketStand(clock, venue, { symbols, charted, topics })
  for (const { topic, text } of frames.first) market.carrier(topic)(text)
  measureAll(`${venue.name} market stream`, market, frames.market, () => frames.draw.next())
  market.stop()
  const account = await createAccountStand(clock, venue)
  measureAll(`${venue.name} account stream`, account, frames.account, () => frames.draw.next())
  account.stop()
}
tell({
  kind: 'note',
  text: 'Ours: session, venue, price book or account state, and rows made every 24 ms at 5,000 frames a second.',
})
tell({ kind: 'note', text: 'A market tells thousands of frames a second, an account a few.' })
clock.stop()
process.exit(0)
