import { useEffect, useState } from 'react'
import type { RuleChoices, RulePreview } from '../../../../shared/alert-rows.ts'
import type { Result } from '../../../../shared/result.ts'
import { usePage } from '../../../state/page.ts'

export type Preview = { readonly kind: 'incomplete' } | { readonly kind: 'asking' } | Answered

interface Answered {
  readonly kind: 'answered'
  readonly answer: Result<RulePreview>
}

/** The user is still typing until then. */
const PAUSE_MS = 400

/** How often a rule would have fired in stored history; asked when it has not been changed for a moment. */
export function usePreview(choices: RuleChoices | null): Preview {
  const { client } = usePage()
  const [answered, setAnswered] = useState<(Answered & { readonly key: string }) | null>(null)
  const key = choices === null ? null : keyOf(choices)
  useEffect(() => {
    if (choices === null || key === null) return
    const life = { ended: false }
    const timer = setTimeout(() => {
      void client.rules.preview(choices).then((answer) => {
        if (!life.ended) setAnswered({ kind: 'answered', answer, key })
      })
    }, PAUSE_MS)
    return () => {
      life.ended = true
      clearTimeout(timer)
    }
    // The key says all of the choices that a preview depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key])
  if (key === null) return { kind: 'incomplete' }
  return answered?.key === key ? answered : { kind: 'asking' }
}

/** Neither its name nor whom it tells changes how often a rule would have fired. */
function keyOf({ condition, account, instrument, hysteresis, coolDownMs }: RuleChoices): string {
  return JSON.stringify([condition, account, instrument, hysteresis, coolDownMs])
}
