import { describe, expect, it } from 'vitest'
import { accountPlace, accountRow, desktopRow, fillRow, fillsOf, noticeOf, NOW, streamRow } from '../test/samples.ts'
import { LOST_AFTER_MS } from './connection-news.ts'
import { createStage } from './test/stage.ts'

describe('from a row to a notice', () => {
  it('tells a fill, and a click on it leads to its place', () => {
    const { clock, system, opened, see, user, start } = createStage()
    const notices = start()
    clock.advance(2000)
    see({ fills: fillsOf(fillRow()) })
    notices.look(user.overview)
    notices.look(user.overview)
    expect(system.titles()).toEqual(['Bought 0.013 BTCUSDT at 97,123.4'])
    system.all[0]?.events.clicked()
    expect(opened).toEqual([accountPlace])
  })

  it('tells of a lost connection and of its return', () => {
    const { clock, system, see, user, start } = createStage()
    const notices = start()
    see({ streams: [streamRow({ state: 'down' })] })
    notices.look(user.overview)
    clock.advance(LOST_AFTER_MS)
    notices.look(user.overview)
    clock.advance(5000)
    see({ streams: [streamRow()] })
    notices.look(user.overview)
    expect(system.all.map(({ options }) => [options.title, options.body])).toEqual([
      ['Connection lost: Somewhere', 'Figures are kept and dated. Trying again: Main private'],
      ['Connection restored: Somewhere', 'Nothing was heard for 21 seconds'],
    ])
  })

  it('does not take a sleep for an outage', () => {
    const { clock, system, see, user, start } = createStage()
    const notices = start()
    see({ streams: [streamRow({ state: 'down' })] })
    notices.look(user.overview)
    clock.jump(3_600_000, 'sleep')
    notices.woke()
    notices.look(user.overview)
    clock.advance(LOST_AFTER_MS - 1)
    notices.look(user.overview)
    expect(system.titles()).toEqual([])
  })

  it('explains why an account is refused', () => {
    const { system, see, user, start } = createStage()
    const notices = start()
    const problem = { id: 'account.none-live', values: {} }
    see({ accounts: [accountRow({ state: 'refused', problem })] })
    notices.look(user.overview)
    expect(system.all[0]?.options).toMatchObject({
      title: 'Main is not watched any more',
      body: 'There is no real account yet, so Tidemark stays in demo mode. Add one in Settings.',
    })
  })
})

describe('a click of which the system tells by name', () => {
  it('leads to where the newest notice of that name does, though it was closed meanwhile', async () => {
    const { system, opened, activate, start } = createStage()
    const place = { ...accountPlace, tab: 'markets' } as const
    await start().tell(noticeOf({ place }))
    system.all[0]?.events.closed('gone')
    activate('fill')
    expect(opened).toEqual([place])
  })

  it('leads to what it was about when an earlier run showed it, and else to the window', () => {
    const { opened, activate, start } = createStage()
    start()
    for (const id of ['critical', 'fill', '17888037027795083491', null]) activate(id)
    expect(opened.map((place) => place?.tab ?? 'as it is')).toEqual(['alerts', 'account', 'as it is', 'as it is'])
  })
})

describe('another engine', () => {
  it('begins with what it holds, and says so when it is the simulator', () => {
    const { system, see, user, start, clock } = createStage()
    const notices = start()
    clock.advance(2000)
    see({ mode: 'demo', fills: fillsOf(fillRow()) })
    notices.begin(user.overview)
    notices.look(user.overview)
    expect(system.titles()).toEqual([])
    clock.advance(2000)
    see({ fills: fillsOf(fillRow(), fillRow({ fill: 'f2', at: NOW + 3000 })) })
    notices.look(user.overview)
    expect(system.titles()).toEqual(['Demo · Bought 0.013 BTCUSDT at 97,123.4'])
  })
})

describe('the door', () => {
  it('takes any notice, and shows one identity once', async () => {
    const { system, start } = createStage()
    const { tell } = start()
    expect(await tell(noticeOf({ title: 'Price of BTCUSDT above 100,000' }))).toEqual({ kind: 'shown' })
    expect(await tell(noticeOf())).toEqual({ kind: 'held-back', why: 'shown' })
    expect(system.titles()).toEqual(['Price of BTCUSDT above 100,000'])
  })

  it('says and logs why a notice is held back', async () => {
    const { system, suppressed, user, start } = createStage()
    const { tell } = start()
    const tellOf = (identity: string): Promise<unknown> => tell(noticeOf({ identity }))
    user.eyesOn = accountPlace
    expect(await tellOf('a')).toEqual({ kind: 'held-back', why: 'focused' })
    user.eyesOn = null
    user.choices = desktopRow({ pausedUntil: NOW + 1000 })
    await tellOf('b')
    user.choices = desktopRow({ quietHours: { from: 0, to: 1439 } })
    await tellOf('c')
    user.choices = desktopRow({ notices: { alert: 'on', fill: 'off', connection: 'on', account: 'on', program: 'on' } })
    await tellOf('d')
    expect(suppressed()).toEqual(['focused', 'paused', 'quiet', 'off'])
    expect(system.titles()).toEqual([])
  })

  it('takes the title of an alert as it comes', async () => {
    const { system, see, start } = createStage()
    see({ mode: 'demo' })
    await start().tell(noticeOf({ category: 'alert', title: 'DEMO · BTCUSDT rose' }))
    expect(system.titles()).toEqual(['DEMO · BTCUSDT rose'])
  })

  it('calls nothing of the program itself a demo', async () => {
    const { system, see, start } = createStage()
    see({ mode: 'demo' })
    await start().tell(noticeOf({ category: 'program', title: 'Tidemark 1.1 is there' }))
    expect(system.titles()).toEqual(['Tidemark 1.1 is there'])
  })

  it('says that a system shows no notices, and tries none', async () => {
    const { system, problems, start } = createStage({ support: 'unsupported' })
    expect(await start().tell(noticeOf())).toEqual({ kind: 'held-back', why: 'unsupported' })
    expect(problems).toEqual([{ id: 'desktop.notices-unsupported', values: {} }])
    expect(system.all).toEqual([])
  })

  it('says that the system refused one, which may then be told again', async () => {
    const { clock, system, problems, start } = createStage({ system: 'fails' })
    const { tell } = start()
    expect(await tell(noticeOf())).toEqual({ kind: 'failed', why: 'no service' })
    expect(problems).toEqual([{ id: 'desktop.notice-failed', values: { why: 'no service' } }])
    clock.advance(1000)
    expect(await tell(noticeOf())).toMatchObject({ kind: 'failed' })
    expect(system.all).toHaveLength(2)
  })
})
