import type { Delivery } from '../../engine/ports/channel.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'

type Values = Readonly<Record<string, string>>

export const delivered: Delivery = { kind: 'delivered' }

export function again(id: SentenceKey, values: Values, afterMs: number | null = null): Delivery {
  return { kind: 'again', problem: sentence(id, values), afterMs }
}

export function refused(id: SentenceKey, values: Values): Delivery {
  return { kind: 'refused', problem: sentence(id, values) }
}
