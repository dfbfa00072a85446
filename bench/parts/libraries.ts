import { mixOf } from '../frames/frame-kind.ts'
import { framesOf } from '../frames/kinds.ts'
import { librariesFor } from '../libraries/libraries.ts'
import type { Library } from '../libraries/library.ts'
import { atLeast, tell, tellFigure } from '../report/figure.ts'
import { contracts } from '../stand/exchange.ts'
import { createMarketStand } from '../stand/market-stand.ts'
import { createPlainClock } from '../stand/plain-clock.ts'
import { race, type Runner } from '../stand/race.ts'
import { hearingOf, said, type Said } from '../stand/road.ts'
import { roster } from '../../src/venues/roster.ts'

const quick = process.argv.includes('--quick')
const FRAMES = 6000
const rounds = { warm: quick ? 6 : 20, counted: quick ? 7 : 31, frames: FRAMES }
const CCXT_AIM = 8

type Round = readonly Said[]

function runnerOf(library: Library): Runner<Round> {
  return {
    name: library.name,
    run: (round) => {
      for (const frame of round) library.take(frame)
    },
  }
}

const clock = createPlainClock()
const { symbols, charted } = contracts
for (const venue of roster) {
  const frames = framesOf(venue.id, symbols, charted)
  const topics = frames.market.map(({ make }) => make().topic)
  const stand = await createMarketStand(clock, venue, { symbols, charted, topics })
  for (const { topic, text } of frames.first) stand.carrier(topic)(text)
  const make = mixOf(frames.market, () => frames.draw.next())
  for (const library of await librariesFor(venue.id, symbols)) {
    for (const frame of frames.first) library.take(frame)
    const next = (): Round => Array.from({ length: FRAMES }, () => said(stand, make()))
    const [ours, theirs] = race([hearingOf(), runnerOf(library)], rounds, next)
    if (library.understood() === 0) throw new Error(`${library.name} understood nothing`)
    const measured = `${micro(theirs!.nanoseconds)} against our ${micro(ours!.nanoseconds)} µs a frame`
    const aim = library.name === 'ccxt' ? atLeast(theirs!.ratio, CCXT_AIM, '×') : null
    tellFigure(`${venue.name} market stream: ${library.name}`, `${theirs!.ratio.toFixed(1)}× our time`, measured, aim)
    tell({ kind: 'note', text: `${library.name}: ${library.does}.` })
  }
  stand.stop()
}

function micro(nanoseconds: number): string {
  return (nanoseconds / 1000).toFixed(2)
}

tell({
  kind: 'note',
  text: 'Ours: session, venue and price book; rows for a screen are left out, as the others make none.',
})
clock.stop()
process.exit(0)
