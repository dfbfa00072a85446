import type { Time } from '../../shared/ids.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Speech } from '../words/speech.ts'
import type { Choices } from '../choices/choices.ts'
import type { Notice } from './notice.ts'
import type { Notices } from './notices.ts'

/** Says once that closed is not ended; what was held back then is said the next time. */
export async function sayInTray(
  choices: Pick<Choices, 'wasSaid' | 'keepSaid'>,
  tell: Notices['tell'],
  at: Time,
  speech: Speech,
): Promise<void> {
  if (choices.wasSaid('in-tray')) return
  const told = await tell(inTrayNotice(at, speech))
  if (told.kind === 'shown') choices.keepSaid('in-tray')
}

function inTrayNotice(at: Time, speech: Speech): Notice {
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
