import { onTestFinished } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createSeededRandom } from '../../engine/test/fake-random.ts'
import type { Delivery } from '../../engine/ports/channel.ts'
import type { Http } from '../../engine/ports/http.ts'
import { createTranslate } from '../../shared/translate.ts'
import { openNet } from '../../node/test/open-net.ts'
import type { Loopback } from './loopback.ts'

export const NOW = 1_795_000_000_000

/** The real HTTP port, with less patience, so that silence can be tested. */
export function impatientHttp(timeoutMs = 300): Http {
  const { http } = openNet()
  return { send: (request) => http.send({ ...request, timeoutMs }) }
}

export function openPorts() {
  return { http: openNet().http, clock: createManualClock(NOW), random: createSeededRandom(7) }
}

/** Stops the receiver when the test has finished. */
export async function stopLater<T extends Pick<Loopback, 'stop'>>(starting: Promise<T>): Promise<T> {
  const receiver = await starting
  onTestFinished(receiver.stop)
  return receiver
}

/** `delivered`, or the kind, the sentence, and the wait that was asked for. */
export function told(delivery: Delivery): string {
  if (delivery.kind === 'delivered') return 'delivered'
  const wait = delivery.kind === 'again' && delivery.afterMs !== null ? ` ${delivery.afterMs}` : ''
  return `${delivery.kind} ${delivery.problem.id}${wait}`
}

/** All that a person could read of it, in every language. */
export function readable(delivery: Delivery): string {
  if (delivery.kind === 'delivered') return ''
  const languages = (['en', 'ru', 'bg'] as const).map((language) => createTranslate(language)(delivery.problem))
  return [...languages, JSON.stringify(delivery)].join('\n')
}

/**
 * What is left of a text once the pieces a receiver showed are taken from it in order. Receivers take the space off
 * both ends of a piece, so between two of them space may be missing, and nothing else.
 */
export function restAfter(text: string, pieces: readonly string[]): string {
  return pieces
    .reduce((rest, piece) => {
      const next = rest.trimStart()
      if (!next.startsWith(piece)) throw new Error(`not there: ${JSON.stringify(piece.slice(0, 80))}`)
      return next.slice(piece.length)
    }, text)
    .trim()
}
