import type { Delivery } from '../../engine/ports/channel.ts'
import type { Failure } from '../../shared/result.ts'
import type { SentenceKey } from '../../shared/sentence.ts'
import { again } from './delivery.ts'

/** What the network said of figures, said of a message. */
const OF_MESSAGES: Readonly<Partial<Record<SentenceKey, SentenceKey>>> = {
  'network.timeout': 'channel.timeout',
  'network.certificate': 'channel.certificate',
  'network.proxy-refused': 'channel.proxy',
  'network.proxy-unsupported': 'channel.proxy',
}

/**
 * No answer came. All of it may pass by itself, an untrusted certificate too: networks that ask for a login first show
 * their own, and nothing was sent.
 */
export function networkProblem({ sentence: { id, values } }: Failure, host: string): Delivery {
  const { reason = '', seconds = '', proxy = '', kind = '' } = values
  return again(OF_MESSAGES[id] ?? 'channel.unreachable', { host, seconds, proxy, reason: reason || kind || id })
}
