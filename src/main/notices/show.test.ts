import { describe, expect, it } from 'vitest'
import { noticeOf } from '../test/samples.ts'
import { ANSWER_MS, LOW_STAYS_MS } from './open-one.ts'
import { APART_MS } from './show.ts'
import { openShower as stageOf } from './test/show-stage.ts'

describe('one notice per category', () => {
  it('takes the place of the one before', () => {
    const { clock, system, show } = stageOf()
    show('lost', { category: 'connection' })
    show('refused', { category: 'account' })
    clock.advance(60_000)
    show('restored', { category: 'connection' })
    expect(system.open()).toEqual(['refused', 'restored'])
    expect(system.all[0]?.state).toBe('closed')
  })

  it('counts the facts nobody saw, and forgets about states', () => {
    const { clock, system, show } = stageOf()
    for (const category of ['fill', 'connection'] as const) {
      show('a', { category })
      clock.advance(60_000)
      show('b', { category })
      clock.advance(60_000)
      show('c', { category })
    }
    expect(system.all.map(({ options }) => options.body)).toEqual([
      'Main',
      'Main\nEarlier: 1',
      'Main\nEarlier: 2',
      'Main',
      'Main',
      'Main',
    ])
  })

  it.each(['clicked', 'closed', 'seen'] as const)('counts anew once the last one was %s', (how) => {
    const { clock, system, show, shower } = stageOf()
    show('a')
    if (how === 'seen') shower.seen()
    else if (how === 'clicked') system.all[0]?.events.clicked()
    else system.all[0]?.events.closed('gone')
    clock.advance(60_000)
    show('b')
    expect(system.all[1]?.options.body).toBe('Main')
  })
})

describe('a burst', () => {
  it('becomes one now and one later, which counts the others', () => {
    const { clock, system, show } = stageOf()
    for (const title of ['1', '2', '3', '4']) show(title)
    expect(system.titles()).toEqual(['1'])
    clock.advance(APART_MS - 1)
    expect(system.titles()).toEqual(['1'])
    clock.advance(1)
    expect(system.titles()).toEqual(['1', '4'])
    expect(system.all[1]?.options.body).toBe('Main\nEarlier: 3')
    expect(clock.waiting).toBe(0)
  })

  it('shows what is critical in it', () => {
    const { clock, system, show } = stageOf()
    show('1')
    show('liquidated', { weight: 'critical' })
    show('3')
    clock.advance(APART_MS)
    expect(system.open()).toEqual(['liquidated'])
  })

  it('of alerts does not take away a critical one', () => {
    const { clock, system, show } = stageOf()
    show('liquidation is near', { category: 'alert', weight: 'critical' })
    show('a price', { category: 'alert' })
    clock.advance(60_000)
    show('another price', { category: 'alert' })
    expect(system.open()).toEqual(['liquidation is near', 'another price'])
  })

  it('of one category does not hold up another', () => {
    const { system, show } = stageOf()
    show('fill')
    show('lost', { category: 'connection' })
    expect(system.titles()).toEqual(['fill', 'lost'])
  })
})

describe('how it is shown', () => {
  it('closes by itself when it weighs little, and stays otherwise', () => {
    const { clock, system, show } = stageOf()
    show('restored', { category: 'connection', weight: 'low' })
    show('fill')
    clock.advance(LOW_STAYS_MS - 1)
    expect(system.open()).toEqual(['restored', 'fill'])
    clock.advance(1)
    expect(system.open()).toEqual(['fill'])
  })

  it('never closes what came after it', () => {
    const { clock, system, show } = stageOf()
    show('restored', { category: 'connection', weight: 'low' })
    clock.advance(5000)
    show('lost', { category: 'connection' })
    system.all[0]?.events.closed('gone')
    clock.advance(60_000)
    expect(system.open()).toEqual(['lost'])
  })

  it('is silent when its level is', () => {
    const { system, shower } = stageOf()
    void shower.show(noticeOf(), 'silent')
    expect(system.all[0]?.options.silent).toBe(true)
  })

  it('sounds as grave as it is where a system takes a sound by name', () => {
    const [mac, linux] = [stageOf('darwin'), stageOf('linux')]
    for (const { show, clock } of [mac, linux])
      for (const sound of ['usual', 'info', 'warning', 'critical', 'none'] as const) {
        show(sound, { sound })
        clock.advance(APART_MS)
      }
    expect(mac.system.all.map(({ options }) => options.sound)).toEqual([undefined, 'Tink', 'Ping', 'Sosumi', undefined])
    expect(linux.system.all.map(({ options }) => options.sound)).toEqual(Array(5).fill(undefined))
    expect(linux.system.all.map(({ options }) => options.silent)).toEqual([false, false, false, false, true])
  })

  it('is named by its lane where the system replaces by name, which Windows wants in letters', () => {
    const named = (platform: NodeJS.Platform) => {
      const { clock, system, show } = stageOf(platform)
      for (const over of [{}, { category: 'alert' }, { category: 'alert', weight: 'critical' }, {}] as const) {
        show('any', over)
        clock.advance(APART_MS)
      }
      return system.all.map(({ options }) => options.id)
    }
    expect(named('win32')).toEqual(['fill', 'alert', 'critical', 'fill'])
    expect(named('darwin')).toEqual(named('win32'))
    expect(named('linux')).toEqual(Array(4).fill(undefined))
  })

  it('has an urgency on Linux alone, where none breaks through do-not-disturb', () => {
    const [linux, windows, mac] = [stageOf('linux'), stageOf('win32'), stageOf('darwin')]
    for (const { show } of [linux, windows, mac]) show('liquidated', { weight: 'critical' })
    expect(linux.system.all[0]?.options.urgency).toBe('critical')
    expect(windows.system.all[0]?.options).not.toHaveProperty('urgency')
    expect(mac.system.all[0]?.options).not.toHaveProperty('urgency')
  })
})

describe('what becomes of it', () => {
  it('is told when it is clicked, even where another took its place', () => {
    const { clock, system, clicked, show } = stageOf()
    show('a')
    clock.advance(60_000)
    show('b')
    system.all[0]?.events.clicked()
    system.all[1]?.events.clicked()
    expect(clicked.map(({ title }) => title)).toEqual(['a', 'b'])
    expect(system.open()).toEqual([])
  })

  it('is answered once the system has shown it, for all that it stands for', async () => {
    const { clock, answers, show } = stageOf()
    for (const title of ['1', '2', '3']) show(title)
    await clock.settle()
    expect(answers).toEqual([['1', { kind: 'shown' }]])
    await clock.pass(APART_MS)
    expect(answers.map(([title]) => title)).toEqual(['1', '2', '3'])
  })

  it.each(['fails', 'throws'] as const)('is answered when the system %s', async (how) => {
    const { clock, answers, show } = stageOf('linux', how)
    show('a')
    await clock.settle()
    expect(answers).toEqual([['a', { kind: 'failed', why: 'no service' }]])
    expect(clock.waiting).toBe(0)
  })

  it('is taken for shown where the system says nothing', async () => {
    const { clock, answers, show } = stageOf('linux', 'is silent')
    show('a')
    await clock.pass(ANSWER_MS - 1)
    expect(answers).toEqual([])
    await clock.pass(1)
    expect(answers).toEqual([['a', { kind: 'shown' }]])
  })

  it('is a failure when the program ends first', async () => {
    const { clock, answers, shower, show } = stageOf()
    show('a')
    show('b')
    shower.stop()
    await clock.settle()
    expect(answers.map(([title, { kind }]) => [title, kind])).toEqual([
      ['a', 'shown'],
      ['b', 'failed'],
    ])
  })

  it('leaves nothing open and nothing waiting at the end', () => {
    const { clock, system, shower, show } = stageOf()
    show('a', { weight: 'low' })
    show('b')
    shower.stop()
    expect(system.open()).toEqual([])
    expect(clock.waiting).toBe(0)
  })
})
