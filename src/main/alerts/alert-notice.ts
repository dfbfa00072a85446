import type { Message } from '../../engine/ports/channel.ts'
import type { Place } from '../../shared/desktop-rows.ts'
import type { Notice } from '../notices/notice.ts'

const ALERTS: Place = { tab: 'alerts', account: null, instrument: null }

/**
 * A message of the engine as a notice. Its language, its hidden amounts and its being a demo's are settled already. An
 * alert that is no more than information stays as long as any other: it was asked for.
 */
export function alertNotice({ key, severity, loudness, title, body, at, place }: Message): Notice {
  return {
    category: 'alert',
    identity: key,
    title,
    body,
    account: place === null || place.account === 'all' ? null : place.account,
    place: place ?? ALERTS,
    weight: severity === 'critical' ? 'critical' : 'normal',
    sound: loudness === 'silent' ? 'none' : severity,
    at,
  }
}
