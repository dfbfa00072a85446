import type { ReactNode } from 'react'
import { useLiveState } from '../../state/page.ts'
import type { LiveQuery } from '../../state/lives.ts'
import { useWords } from '../../words/words.ts'
import { Notice } from '../notice.tsx'
import { SkeletonRows } from '../skeleton.tsx'

interface LiveEmptyProps<Row> {
  readonly query: LiveQuery<Row>
  /** What stands there when it is known that there are no rows. */
  readonly children: ReactNode
}

/** In place of rows that are not there: still on their way, lost, or truly none. */
export function LiveEmpty<Row>({ query, children }: LiveEmptyProps<Row>) {
  const say = useWords()
  const state = useLiveState(query)
  if (state.kind === 'opening') return <SkeletonRows />
  if (state.kind === 'lost') return <Notice kind="wrong" title={say.sentence(state.failure.sentence)} />
  return children
}
