import { describe, expect, it } from 'vitest'
import type { Message } from '../../engine/ports/channel.ts'
import type { Told } from '../notices/notices.ts'
import type { Notice } from '../notices/notice.ts'
import { main, NOW } from '../test/samples.ts'
import { createNoticeDoor } from './notice-door.ts'

function messageOf(over: Partial<Message> = {}): Message {
  return {
    key: 'rule BTCUSDT 1 os',
    severity: 'warning',
    loudness: 'loud',
    title: 'BTCUSDT rose to 100,000 or above.',
    body: 'Now 100,001.',
    at: NOW,
    place: { tab: 'account', account: main, instrument: null },
    facts: {},
    alerts: [],
    attachments: [],
    ...over,
  }
}

function opened(answer: Told = { kind: 'shown' }) {
  const told: Notice[] = []
  const door = createNoticeDoor()
  door.open((notice) => {
    told.push(notice)
    return Promise.resolve(answer)
  })
  return { door, told }
}

it('asks for a moment before there is anything to show notices with', async () => {
  const door = createNoticeDoor()
  expect(await door.show(messageOf())).toMatchObject({ kind: 'again', problem: { id: 'desktop.alerts-starting' } })
})

describe('a message as a notice', () => {
  it('says what the engine wrote and leads to its place', async () => {
    const { door, told } = opened()
    await door.show(messageOf())
    expect(told[0]).toEqual({
      category: 'alert',
      identity: 'rule BTCUSDT 1 os',
      title: 'BTCUSDT rose to 100,000 or above.',
      body: 'Now 100,001.',
      account: main,
      place: { tab: 'account', account: main, instrument: null },
      weight: 'normal',
      sound: 'warning',
      at: NOW,
    })
  })

  it('weighs and sounds as grave as it is, unless it is to be silent', async () => {
    const { door, told } = opened()
    await door.show(messageOf({ severity: 'critical' }))
    await door.show(messageOf({ severity: 'info' }))
    await door.show(messageOf({ severity: 'critical', loudness: 'silent' }))
    expect(told.map(({ weight, sound }) => [weight, sound])).toEqual([
      ['critical', 'critical'],
      ['normal', 'info'],
      ['critical', 'none'],
    ])
  })

  it('without a place leads to the alerts', async () => {
    const { door, told } = opened()
    await door.show(messageOf({ place: null }))
    expect(told[0]).toMatchObject({ account: null, place: { tab: 'alerts', account: null, instrument: null } })
  })
})

describe('what became of it', () => {
  it.each<[Told, object]>([
    [{ kind: 'shown' }, { kind: 'delivered' }],
    [{ kind: 'held-back', why: 'shown' }, { kind: 'delivered' }],
    [{ kind: 'held-back', why: 'focused' }, { kind: 'delivered' }],
    [
      { kind: 'held-back', why: 'off' },
      { kind: 'refused', problem: { id: 'desktop.alerts-off' } },
    ],
    [
      { kind: 'held-back', why: 'unsupported' },
      { kind: 'refused', problem: { id: 'desktop.notices-unsupported' } },
    ],
    [
      { kind: 'held-back', why: 'paused' },
      { kind: 'again', problem: { id: 'desktop.alerts-held' } },
    ],
    [
      { kind: 'held-back', why: 'quiet' },
      { kind: 'again', problem: { id: 'desktop.alerts-held' } },
    ],
    [
      { kind: 'failed', why: 'no service' },
      { kind: 'again', problem: { id: 'desktop.notice-failed', values: { why: 'no service' } } },
    ],
  ])('%j is %j to the outbox', async (answer, delivery) => {
    expect(await opened(answer).door.show(messageOf())).toMatchObject(delivery)
  })
})
