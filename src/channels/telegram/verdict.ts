import type { Delivery } from '../../engine/ports/channel.ts'
import { assertNever } from '../../shared/result.ts'
import type { SentenceKey } from '../../shared/sentence.ts'
import { again, delivered, refused } from '../http/delivery.ts'
import { networkProblem } from '../http/network-problem.ts'
import { quote } from '../../shared/text/quote.ts'
import type { ApiAnswer } from './answer.ts'

type ApiError = Extract<ApiAnswer, { kind: 'error' }>

/** Telegram tells these apart by their words alone; each needs another thing done by the user. */
const BY_WORDS: readonly (readonly [RegExp, SentenceKey])[] = [
  [/bot was blocked/i, 'telegram.blocked'],
  [/can't initiate conversation/i, 'telegram.not-started'],
  [/chat not found|chat_id is empty|peer_id_invalid/i, 'telegram.chat-not-found'],
  [/bot was kicked|bot is not a member|group chat was (deleted|deactivated)/i, 'telegram.not-member'],
  [/user is deactivated/i, 'telegram.deactivated'],
  [/not enough rights|have no rights|need administrator rights|chat_write_forbidden/i, 'telegram.no-rights'],
]

/** What an answer means for the message it was about. `token` is named only to be kept out of sentences. */
export function verdictOf(answer: ApiAnswer, host: string, token: string): Delivery {
  switch (answer.kind) {
    case 'done':
      return delivered
    case 'failed':
      return networkProblem(answer.failure, host)
    case 'garbage':
      return garbage(answer.status, host)
    case 'error':
      return errorVerdict(answer, host, token)
    default:
      return assertNever(answer)
  }
}

/** The formatting was refused, not the text. */
export function isFormattingRefused(answer: ApiAnswer): boolean {
  return answer.kind === 'error' && answer.status === 400 && /entit(y|ies)/i.test(answer.description)
}

function garbage(status: number, host: string): Delivery {
  if (status === 429) return again('channel.busy', { host })
  return status >= 500
    ? again('channel.server-error', { host, status: String(status) })
    : again('channel.garbage', { host })
}

function errorVerdict(error: ApiError, host: string, token: string): Delivery {
  const { status, description, afterMs, movedTo } = error
  if (status === 429) return again('channel.busy', { host }, afterMs)
  if (status >= 500) return again('channel.server-error', { host, status: String(status) }, afterMs)
  if (status === 401 || status === 404) return refused('telegram.token-refused', {})
  if (movedTo !== null) return refused('telegram.chat-moved', { chat: movedTo })
  const known = BY_WORDS.find(([words]) => words.test(description))
  return refused(known?.[1] ?? 'telegram.refused', { status: String(status), words: quote(description, [token]) })
}
