import type { Place } from '../../shared/desktop-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Speech } from '../words/speech.ts'
import type { ConnectionNews } from './connection-news.ts'
import type { Notice } from './notice.ts'

const STREAMS: Place = { tab: 'system', account: null, instrument: null }

export function connectionNotice(news: ConnectionNews, now: Time, { say, lasting }: Speech): Notice {
  const exchanges = news.exchanges.join(', ')
  const about = { category: 'connection', account: null, place: STREAMS, sound: 'usual', at: now } as const
  const identity = `${news.kind} ${exchanges} ${now}`
  if (news.kind === 'lost') {
    const body = say('notice.lost.body', { streams: news.streams.join(', ') })
    return { ...about, identity, title: say('notice.lost', { exchanges }), body, weight: 'normal' }
  }
  const blind = say('notice.blind', { time: lasting(news.blindMs) })
  const left = news.stillLost.join(', ')
  const body = left === '' ? blind : `${blind} · ${say('notice.still-lost', { exchanges: left })}`
  return { ...about, identity, title: say('notice.restored', { exchanges }), body, weight: 'low' }
}
