import type { Time } from '../../shared/ids.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Speech } from '../words/speech.ts'
import type { Notice } from './notice.ts'

/** Said once, when the window is closed for the first time and the app goes on. */
export function inTrayNotice(at: Time, speech: Speech): Notice {
  return {
    category: 'program',
    identity: 'in-tray',
    title: speech.say('notice.in-tray'),
    body: speech.sentence(sentence('desktop.in-tray')),
    account: null,
    place: { tab: 'account', account: null, instrument: null },
    weight: 'normal',
    sound: 'usual',
    at,
  }
}
