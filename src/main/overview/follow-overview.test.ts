import { describe, expect, it } from 'vitest'
import type { Engine } from '../../engine/engine.ts'
import { createEngineState } from '../../engine/state.ts'
import { createTables } from '../../engine/tables.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { accountRow, fillRow, main, NOW, settings, streamRow, totalRow } from '../test/samples.ts'
import { followOverview, LOOK_EVERY_MS } from './follow-overview.ts'
import type { Overview } from './overview.ts'

function engineOf(mode: Engine['mode']): Engine {
  const tables = createTables()
  const state = createEngineState(tables)
  state.settings.set('settings', settings)
  state.streams.set('Main private', streamRow())
  // Nothing here is asked of the handlers.
  return {
    mode,
    state,
    tables,
    handlers: {} as Engine['handlers'],
    pulses: { heard: () => 'taken', forget: () => 'unknown' },
    start: () => undefined,
    stop: () => Promise.resolve(),
  }
}

function stageOf() {
  const clock = createManualClock(NOW)
  const engines = { live: engineOf('live'), demo: engineOf('demo') }
  const now = { engine: engines.live, switched: () => undefined as unknown }
  const begun: Overview[] = []
  const looks: Overview[] = []
  const desk = {
    engine: () => now.engine,
    onSwitch: (take: () => void) => {
      now.switched = take
      return () => void (now.switched = () => undefined)
    },
  }
  const stop = followOverview(desk, clock, { begin: (next) => begun.push(next), look: (next) => looks.push(next) })
  return { clock, engines, now, begun, looks, stop }
}

describe('looking at the engine', () => {
  it('begins with what there is, then looks once a second', () => {
    const { clock, begun, looks } = stageOf()
    expect(begun).toHaveLength(1)
    clock.advance(0)
    expect(looks).toHaveLength(1)
    clock.advance(LOOK_EVERY_MS * 3)
    expect(looks).toHaveLength(4)
  })

  it('waits its second for figures, and tells of derived ones', () => {
    const { clock, engines, looks } = stageOf()
    const { tables, state } = engines.live
    const derivation = tables.derive(() => state.totals.set('all', totalRow()))
    clock.advance(0)
    derivation.touch()
    state.fills.set('main f1', fillRow())
    state.streams.set('Main private', streamRow({ heardAt: NOW + 1 }))
    clock.advance(LOOK_EVERY_MS - 1)
    expect(looks).toHaveLength(1)
    clock.advance(1)
    expect(looks[1]?.total).toEqual(totalRow())
    expect(looks[1]?.fills.size).toBe(1)
  })

  it('looks at once, and once, when states or choices change', () => {
    const { clock, engines, looks } = stageOf()
    const { state } = engines.live
    clock.advance(10)
    state.accounts.set(main, accountRow({ state: 'stale' }))
    state.streams.set('Main private', streamRow({ state: 'down' }))
    state.settings.set('settings', { ...settings, privacy: true })
    clock.advance(0)
    expect(looks).toHaveLength(2)
    expect(looks[1]).toMatchObject({ accounts: [{ state: 'stale' }], streams: [{ state: 'down' }] })
    clock.advance(LOOK_EVERY_MS - 1)
    expect(looks).toHaveLength(2)
  })
})

describe('another engine', () => {
  it('is begun with and looked at, and the one before no more', () => {
    const { clock, engines, now, begun, looks } = stageOf()
    clock.advance(0)
    now.engine = engines.demo
    now.switched()
    engines.live.state.accounts.set(main, accountRow())
    clock.advance(0)
    expect(begun.map(({ mode }) => mode)).toEqual(['live', 'demo'])
    expect(looks.map(({ mode }) => mode)).toEqual(['live', 'demo'])
  })
})

it('leaves nothing behind', () => {
  const { clock, engines, looks, stop } = stageOf()
  stop()
  engines.live.state.accounts.set(main, accountRow())
  clock.advance(LOOK_EVERY_MS)
  expect(looks).toEqual([])
  expect(clock.waiting).toBe(0)
})
