import { PROTOCOL, type DownFrame, type UpFrame } from '../../shared/frames.ts'
import type { Contract } from '../../shared/contract.ts'
import type { Link, Stop } from '../../shared/link.ts'
import { assertNever } from '../../shared/result.ts'
import { createCalls } from './calls.ts'
import { createLives } from './lives.ts'
import { createPacer } from './pacer.ts'
import { readUpFrame } from './read-up-frame.ts'
import { sameText } from './same-text.ts'
import type { ServeOptions } from './serve-options.ts'

/** The engine's end of one link. Ends, and lets go of everything, when the link closes or the stop is called. */
export function serve<C extends Contract>(link: Link, options: ServeOptions<C>): Stop {
  const { clock, log, tables } = options
  const greeted = { value: false }
  const send = (frame: DownFrame): void => link.send(JSON.stringify(frame))
  const calls = createCalls(options, (id, result) => send({ type: 'done', id, result }))
  const lives = createLives(options, (id, failure) => send({ type: 'lost', id, failure }))
  const pacer = createPacer(clock, options.frameMs, (seq) => {
    tables.settle()
    const parts = lives.take()
    if (parts.length > 0) send({ type: 'frame', seq, at: clock.now(), parts })
    return parts.length > 0
  })
  const stops = [
    tables.onTouched(() => pacer.wake()),
    link.onText((text) => {
      const frame = readUpFrame(text)
      if (frame.ok) take(frame.value)
      else refuse(frame.failure)
    }),
    link.onClose(() => stop()),
  ]

  function stop(): void {
    for (const each of stops.splice(0)) each()
    lives.stop()
    pacer.stop()
  }

  function refuse(why: string): void {
    log.warn('A link was closed for what it said', { why })
    stop()
    link.close()
  }

  function turnAway(why: 'protocol' | 'token'): void {
    send({ type: 'refused', why })
    refuse(`wrong ${why}`)
  }

  function greet(protocol: number, token: string | undefined): void {
    if (protocol !== PROTOCOL) return turnAway('protocol')
    if (options.token !== null && !sameText(token ?? '', options.token)) return turnAway('token')
    greeted.value = true
    send({ type: 'welcome', protocol: PROTOCOL, build: options.build, mode: options.mode, at: clock.now() })
  }

  function take(frame: UpFrame): void {
    if (frame.type === 'hello') return greet(frame.protocol, frame.token)
    if (!greeted.value) return refuse('no hello')
    switch (frame.type) {
      case 'call':
        return calls.take(frame.id, frame.path, frame.input)
      case 'open':
        lives.open(frame.id, frame.path, frame.params)
        return pacer.wake()
      case 'close':
        return lives.close(frame.id)
      case 'ack':
        return pacer.acknowledge(frame.seq)
      default:
        return assertNever(frame)
    }
  }

  return stop
}
