import { messageOf, traceOf } from '../../host/uncaught.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Translate } from '../../shared/translate.ts'

/**
 * What is done about an error that no part of the program expected: it is logged and told, what waits is written, and
 * the program ends with 1, so that whoever watches over it starts it anew.
 */
export interface LastResort {
  /** From now on there is something to stop, and a log that knows the secrets; null where there are none. */
  opened(shell: { readonly log: Log | null; stop(): Promise<void> }): void
  take(error: unknown): void
}

export interface LastResortParts {
  readonly exit: (code: number) => void
  readonly say: (text: string) => void
  readonly translate: Translate
  readonly clock: Pick<Clock, 'after'>
}

/** What is stopped may hang as well. */
export const STOP_WITHIN_MS = 5000

export function createLastResort({ exit, say, translate, clock }: LastResortParts): LastResort {
  const now = { shell: null as Parameters<LastResort['opened']>[0] | null, ending: false }

  function record(error: unknown): void {
    const [message, why] = ['Something failed that nobody expected', traceOf(error)]
    const log = now.shell?.log ?? null
    if (log === null) say(`${message}: ${why}\n`)
    else log.error(message, { why })
  }

  async function end(error: unknown): Promise<void> {
    say(`${translate(sentence('command.broke', { why: messageOf(error) }))}\n`)
    const patience = new Promise<void>((resolve) => clock.after(STOP_WITHIN_MS, resolve))
    await Promise.race([now.shell?.stop(), patience]).catch(record)
    exit(1)
  }

  return {
    opened: (shell) => void (now.shell = shell),
    take: (error) => {
      record(error)
      if (now.ending) return
      now.ending = true
      void end(error)
    },
  }
}
