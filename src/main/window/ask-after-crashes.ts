import type { Dialog } from 'electron'
import { sentence } from '../../shared/sentence.ts'
import type { Voice } from '../voice.ts'

/** Tells that the page crashes again and again, and asks whether to try once more. */
export async function askAfterCrashes(
  dialog: Pick<Dialog, 'showMessageBox'>,
  voice: Pick<Voice, 'say' | 'translate'>,
): Promise<'again' | 'later'> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Tidemark',
    message: voice.translate(sentence('desktop.page-keeps-crashing')),
    buttons: [voice.say('dialog.try-again'), voice.say('dialog.close-window')],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0 ? 'again' : 'later'
}
