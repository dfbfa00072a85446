import { assertNever } from '../../shared/result.ts'
import type { Time } from '../../shared/ids.ts'
import type { Speech } from '../words/speech.ts'
import type { AccountNews } from './account-news.ts'
import type { Notice, NoticeWeight } from './notice.ts'

export function accountNotice(news: AccountNews, now: Time, speech: Speech): Notice {
  const { account } = news.row
  return {
    category: 'account',
    sound: 'usual',
    identity: `${news.kind} ${account} ${news.since}`,
    ...textOf(news, speech),
    account,
    // A refused key is seen to where keys are.
    place: { tab: news.kind === 'refused' ? 'settings' : 'account', account, instrument: null },
    at: now,
  }
}

interface Text {
  readonly title: string
  readonly body: string
  readonly weight: NoticeWeight
}

function textOf(news: AccountNews, { say, sentence, lasting }: Speech): Text {
  const { label, problem, venueName } = news.row
  const why = problem === null ? null : sentence(problem)
  switch (news.kind) {
    case 'refused':
      return { title: say('notice.refused', { label }), body: why ?? venueName, weight: 'normal' }
    case 'stale':
      return { title: say('notice.stale', { label }), body: why ?? say('notice.stale.body'), weight: 'normal' }
    case 'well':
      return {
        title: say('notice.well', { label }),
        body: say('notice.well.body', { time: lasting(news.lastedMs) }),
        weight: 'low',
      }
    default:
      return assertNever(news)
  }
}
