import type { Time } from '../../../shared/ids.ts'
import type { Stop } from '../../../shared/link.ts'
import type { World } from '../../face.ts'
import { createStream, type Stream } from '../streams/stream.ts'
import { parseStreamName } from './stream-names.ts'

/** Takes one payload, already JSON. */
export type TakePayload = (payload: string) => void

export interface StreamHub {
  /** Hears a stream until stopped; a name that means nothing is simply never heard. */
  listen(name: string, take: TakePayload): Stop
  stop(): void
}

interface Channel {
  readonly stream: Stream
  readonly listeners: Set<TakePayload>
  /** Which of its own beats was served last. */
  beat: number
}

const BEAT = 250

/** One clock for all connections: each stream is computed once however many listen, and none when nobody does. */
export function createStreamHub(world: World): StreamHub {
  const channels = new Map<string, Channel>()
  const timer: { stop: Stop | null } = { stop: null }

  function tick(): void {
    timer.stop = null
    const now = world.now()
    for (const channel of channels.values()) serve(channel, now)
    arm()
  }
  function arm(): void {
    if (timer.stop !== null || channels.size === 0) return
    timer.stop = world.clock.after(BEAT - (world.now() % BEAT), tick)
  }
  function halt(): void {
    timer.stop?.()
    timer.stop = null
  }
  function leave(name: string, channel: Channel, take: TakePayload): void {
    channel.listeners.delete(take)
    if (channel.listeners.size > 0 || channels.get(name) !== channel) return
    channels.delete(name)
    if (channels.size === 0) halt()
  }
  return {
    listen(name, take) {
      const channel = channels.get(name) ?? openChannel(name, world)
      if (channel === null) return () => undefined
      channels.set(name, channel)
      channel.listeners.add(take)
      arm()
      return () => leave(name, channel, take)
    },
    stop() {
      halt()
      channels.clear()
    },
  }
}

function openChannel(name: string, world: World): Channel | null {
  const topic = parseStreamName(name)
  const stream = topic === null ? null : createStream(topic, world.market)
  if (stream === null) return null
  return { stream, listeners: new Set(), beat: Math.floor(world.now() / stream.everyMs) }
}

function serve(channel: Channel, now: Time): void {
  const beat = Math.floor(now / channel.stream.everyMs)
  if (beat === channel.beat) return
  channel.beat = beat
  for (const payload of channel.stream.frames(now)) {
    const text = JSON.stringify(payload)
    for (const take of [...channel.listeners]) take(text)
  }
}
