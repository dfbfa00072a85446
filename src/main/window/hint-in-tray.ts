import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Shell } from '../shell.ts'

/** Says, the first time ever that closing hid the window, that the app goes on. */
export function hintInTray(
  { choices, leaving, window }: Pick<Shell, 'choices' | 'leaving' | 'window'>,
  tell: (hint: Sentence) => void,
): void {
  leaving.onStop(
    window.onHidden(() => {
      if (choices.sayOnce('in-tray') === 'first') tell(sentence('desktop.in-tray'))
    }),
  )
}
