import type { RuleChoices, RulePreview } from '../../../../shared/alert-rows.ts'
import { useFormats } from '../../../format/formats.ts'
import { usePage } from '../../../state/page.ts'
import { useWords, type Say } from '../../../words/words.ts'
import type { Formats } from '../../../format/formats.ts'
import { usePreview, type Preview } from './use-preview.ts'

/** “Would have fired 7 × since 3 Nov”, said again with every change of the form. */
export function PreviewLine({ choices }: { readonly choices: RuleChoices | null }) {
  const say = useWords()
  const formats = useFormats()
  const { engineNow } = usePage()
  const preview = usePreview(choices)
  return (
    <p className="preview" role="status" aria-label={say('preview.title')} aria-busy={preview.kind === 'asking'}>
      {textOf(preview, say, formats, engineNow())}
    </p>
  )
}

function textOf(preview: Preview, say: Say, formats: Formats, now: number): string {
  if (preview.kind !== 'answered') return say(`preview.${preview.kind}`)
  const { answer } = preview
  return answer.ok ? told(answer.value, say, formats, now) : say.sentence(answer.failure.sentence)
}

function told({ problem, from, to, times, newest }: RulePreview, say: Say, { time }: Formats, now: number): string {
  if (problem !== null) return say.sentence(problem)
  const day = time.day(from ?? to)
  if (times === 0) return say('preview.never', { day })
  const last = newest.length === 0 ? [] : [say('preview.newest', { time: time.when(Math.max(...newest), now) })]
  return [say('preview.times', { times, day }), ...last].join(' ')
}
