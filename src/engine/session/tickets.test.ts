import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/result.ts'
import type { Ticketing } from '../ports/feed.ts'
import { failure, says } from '../test/fake-feed.ts'
import { createStage, instantly } from './test/stage.ts'

const MINUTE = 60_000

/** An exchange whose tickets the test can let expire, and whose answers it can take away. */
function createTicketOffice() {
  const office = { valid: 'one', down: false, terminal: false, kept: [] as number[], issued: 0, now: () => 0 }
  const answer = () => {
    if (office.terminal) return fail(failure({ terminal: true }))
    return office.down ? fail(failure()) : ok({ text: office.valid })
  }
  const ticketing: Ticketing = {
    keepEvery: 30 * MINUTE,
    issue: () => {
      office.issued += 1
      return instantly(answer)
    },
    keep: () => {
      office.kept.push(office.now())
      return instantly(answer)
    },
  }
  return { office, ticketing }
}

function open() {
  const { office, ticketing } = createTicketOffice()
  const stage = createStage({ ticketing, topics: [] })
  office.now = () => stage.clock.monotonic()
  stage.session.start()
  return { ...stage, office }
}

describe('a session with a ticket', () => {
  it('dials with the ticket and keeps it', async () => {
    const { clock, sockets, told, office } = open()
    await clock.pass(61 * MINUTE)
    expect(sockets.all.map((socket) => socket.url)).toEqual(['wss://fake/one'])
    expect(office.kept).toHaveLength(2)
    expect(told.up).toEqual([1])
  })

  it('connects anew with another ticket when it learns of one by keeping', async () => {
    const { clock, sockets, told, office } = open()
    await clock.pass(MINUTE)
    office.valid = 'two'
    await clock.pass(30 * MINUTE)
    expect(sockets.alive().map((socket) => socket.url)).toEqual(['wss://fake/two'])
    expect(told.down.map((why) => why.sentence.id)).toEqual(['stream.ticket-renewed'])
    expect(told.up).toEqual([1, 2])
  })

  it('connects anew when the exchange says that the ticket expired', async () => {
    const { clock, sockets, told, office } = open()
    await clock.pass(MINUTE)
    office.valid = 'two'
    sockets.last().say(says({ kind: 'ticket-expired' }))
    await clock.pass(100)
    expect(sockets.alive().map((socket) => socket.url)).toEqual(['wss://fake/two'])
    expect(told.up).toEqual([1, 2])
  })

  it('tries to keep it after 5, 15 and then every 60 seconds, staying connected', async () => {
    const { clock, sockets, told, office } = open()
    await clock.pass(MINUTE)
    office.down = true
    await clock.pass(31 * MINUTE + 30_000)
    const [first = 0, ...later] = office.kept
    expect(later.map((at) => Math.round((at - first) / 1000))).toEqual([5, 20, 80, 140])
    office.down = false
    await clock.pass(60 * MINUTE)
    expect(sockets.all).toHaveLength(1)
    expect(told.down).toEqual([])
  })

  it('backs off while no ticket can be had, and waits for the user when none will ever be', async () => {
    const { clock, sockets, session, office } = open()
    await clock.pass(MINUTE)
    office.down = true
    sockets.last().hangUp()
    await clock.pass(5 * MINUTE)
    expect(session.status().phase).toBe('waiting')
    expect(office.issued).toBeLessThan(40)
    office.terminal = true
    await clock.pass(MINUTE)
    const { issued } = office
    await clock.pass(60 * MINUTE)
    expect(session.status().phase).toBe('refused')
    expect(office.issued).toBe(issued)
  })
})
