import { describe, expect, it } from 'vitest'
import { LOW_STAYS_MS } from './open-one.ts'
import { openShower as stageOf } from './test/show-stage.ts'

describe('a notice that times out', () => {
  it('waits where the system keeps it: it makes room for the next one and was not seen', () => {
    const { clock, system, show } = stageOf('win32')
    show('a')
    system.all[0]?.events.closed('timed-out')
    clock.advance(60_000)
    show('b')
    expect(system.open()).toEqual(['b'])
    expect(system.all[1]?.options.body).toBe('Main\nEarlier: 1')
  })

  it('can be clicked later, and is gone then', () => {
    const { system, clicked, show } = stageOf('win32')
    show('a')
    system.all[0]?.events.closed('timed-out')
    system.all[0]?.events.clicked()
    expect([clicked.map(({ title }) => title), system.open()]).toEqual([['a'], []])
  })

  it('goes when it weighs little', () => {
    const { clock, system, show } = stageOf('win32')
    show('restored', { category: 'connection', weight: 'low' })
    system.all[0]?.events.closed('timed-out')
    clock.advance(LOW_STAYS_MS)
    expect(system.open()).toEqual([])
  })
})
