import type { ReactNode } from 'react'
import type { UpdateRow } from '../../../shared/desktop-rows.ts'
import { useFormats } from '../../format/formats.ts'
import { useEngineNow } from '../../parts/age.tsx'
import { useWords } from '../../words/words.ts'

/** The versions and moments of an update, as far as they are known. */
export function UpdateFacts({ row }: { readonly row: UpdateRow }) {
  const say = useWords()
  const { time } = useFormats()
  return (
    <dl className="facts bare">
      <Fact name={say('updates.current')}>{row.current}</Fact>
      {row.version !== null && <Fact name={say('updates.newer')}>{row.version}</Fact>}
      {row.publishedAt !== null && <Fact name={say('updates.published')}>{time.moment(row.publishedAt)}</Fact>}
      {row.checkedAt !== null && (
        <Fact name={say('updates.lastChecked')}>
          <Ago since={row.checkedAt} />
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{children}</dd>
    </div>
  )
}

function Ago({ since }: { readonly since: number }) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(10_000)
  return say('updates.ago', { age: time.age(Math.max(0, now - since)) })
}
