import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { createTelegramCalls, type TelegramAccess } from './calls.ts'
import { isBotToken } from './bot-token.ts'
import { chatsOf, type FoundChat } from './found-chats.ts'
import { verdictOf } from './verdict.ts'

/**
 * The chats that wrote to the bot in the last day, so that nobody has to know a number. Nothing is confirmed and
 * nothing is kept: the same updates can be asked for again, and no word in them is read.
 * An empty list means that nobody has written yet. https://core.telegram.org/bots/api#getupdates
 */
export async function findChats(access: TelegramAccess): Promise<Result<readonly FoundChat[]>> {
  if (!isBotToken(access.token)) return fail({ code: 'invalid', sentence: sentence('telegram.token-shape') })
  const calls = createTelegramCalls(access)
  const answer = await calls.json('getUpdates', { timeout: 0, limit: 100 })
  if (answer.kind === 'error' && answer.status === 409) return fail(unavailable(sentence('telegram.others-read')))
  if (answer.kind === 'done') {
    const chats = chatsOf(answer.result)
    return chats === null ? fail(unavailable(sentence('channel.garbage', { host: calls.host }))) : ok(chats)
  }
  const verdict = verdictOf(answer, calls.host, access.token)
  return verdict.kind === 'delivered' ? ok([]) : fail(unavailable(verdict.problem))
}

function unavailable(problem: Failure['sentence']): Failure {
  return { code: 'unavailable', sentence: problem }
}
