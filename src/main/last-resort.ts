import type { Dialog } from 'electron'
import { messageOf, traceOf } from '../host/uncaught.ts'
import { sentence } from '../shared/sentence.ts'
import { chooseLanguage, createTranslate } from '../shared/translate.ts'
import type { Ground } from './ground.ts'
import type { Leaving } from './leaving.ts'
import type { refuse } from './refuse.ts'
import type { Shell } from './shell.ts'

type Begun = Pick<Ground, 'log' | 'translate'> & { readonly clock: Pick<Ground['clock'], 'after'> }
type Started = Pick<Shell, 'choices' | 'desk' | 'voice'>

/** What is done about an error that no part of the app expected. */
export interface LastResort {
  /** From now on there are a log and a language. */
  begun(ground: Begun): void
  /** From now on there is something worth keeping. */
  started(shell: Started): void
  /** Before the app has started it is explained and ends the app; afterwards it is logged, and the first one is told. */
  take(error: unknown): void
}

export interface LastResortParts {
  readonly leaving: Pick<Leaving, 'stopAll'>
  readonly refuse: typeof refuse
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  /** Where an error stands while there is no log. */
  readonly write: (text: string) => void
  /** The system's. */
  readonly locale: () => string
}

/** Parts that were opened already may hang as well. */
export const STOP_WITHIN_MS = 5000

export function createLastResort({ leaving, refuse, dialog, write, locale }: LastResortParts): LastResort {
  const now = { ground: null as Begun | null, shell: null as Started | null, told: false }

  function record(error: unknown): void {
    const [message, why] = ['Something failed that nobody expected', traceOf(error)]
    // The live side's log knows the secrets that must not stand in it.
    const log = now.shell?.desk.live?.ports.log ?? now.ground?.log
    if (log === undefined) write(`${message}: ${why}\n`)
    else log.error(message, { why })
  }

  async function end(error: unknown): Promise<void> {
    const patience = new Promise((resolve) => now.ground?.clock.after(STOP_WITHIN_MS, () => resolve(null)))
    await Promise.race([leaving.stopAll(), patience])
    const translate = now.ground?.translate ?? createTranslate(chooseLanguage([locale()]))
    refuse({ code: 'internal', sentence: sentence('desktop.not-started', { why: messageOf(error) }) }, translate)
  }

  /** Not by a box that holds everything up: the accounts are watched on. */
  async function tell({ choices, desk, voice }: Started, error: unknown): Promise<void> {
    const message = voice.translate(sentence('desktop.unexpected', { why: messageOf(error) }))
    const shown = dialog.showMessageBox({ type: 'error', title: 'Tidemark', message })
    await Promise.allSettled([desk.flush(), choices.flush(), shown])
  }

  return {
    begun: (ground) => void (now.ground = ground),
    started: (shell) => void (now.shell = shell),
    take: (error) => {
      record(error)
      if (now.told) return
      now.told = true
      void (now.shell === null ? end(error) : tell(now.shell, error))
    },
  }
}
