import { useState } from 'react'
import type { Result } from '../../shared/result.ts'
import { useWords } from '../words/words.ts'

interface Ask {
  readonly busy: boolean
  /** Why the last one failed, in words. */
  readonly wrong: string | null
  readonly ask: (call: () => Promise<Result<unknown>>) => void
}

/** Asks something of the program, and keeps what it says when that fails. */
export function useAsk(): Ask {
  const say = useWords()
  const [state, setState] = useState<{ readonly busy: boolean; readonly wrong: string | null }>(NOTHING)
  const run = async (call: () => Promise<Result<unknown>>): Promise<void> => {
    setState({ busy: true, wrong: null })
    const answer = await call()
    setState({ busy: false, wrong: answer.ok ? null : say.sentence(answer.failure.sentence) })
  }
  return { ...state, ask: (call) => void run(call) }
}

const NOTHING = { busy: false, wrong: null } as const
