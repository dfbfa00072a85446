import { LIMITS } from '../../shared/frames.ts'
import type { Call, Contract } from '../../shared/contract.ts'
import { fail, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { busy } from './busy.ts'
import { badInput, findEntry, type Entry } from './find-entry.ts'
import type { ServeOptions } from './serve-options.ts'

interface Calls {
  take(id: number, path: string, input: unknown): void
}

type Handler = (input: unknown) => Promise<Result<unknown>> | Result<unknown>

/** Answers calls: a bad input and a thrown error are answers too, and nothing of an error's text leaves the log. */
export function createCalls<C extends Contract>(
  options: ServeOptions<C>,
  answer: (id: number, result: Result<unknown>) => void,
): Calls {
  const inFlight = { count: 0 }

  async function perform(path: string, input: unknown): Promise<Result<unknown>> {
    const found = findEntry(options.contract, path, 'call')
    if (!found.ok) return found
    const parsed = found.value.entry.input.safeParse(input)
    if (!parsed.success) return fail(badInput(parsed.error))
    try {
      return await handlerOf(options, found.value)(parsed.data)
    } catch (error) {
      return fail(incident(options, path, error))
    }
  }

  return {
    take: (id, path, input) => {
      if (inFlight.count >= LIMITS.callsInFlight) return answer(id, fail(busy()))
      inFlight.count += 1
      void perform(path, input).then((result) => {
        inFlight.count -= 1
        answer(id, result)
      })
    },
  }
}

function handlerOf<C extends Contract>({ handlers }: ServeOptions<C>, { group, name }: Entry<Call>): Handler {
  // `Handlers<C>` has exactly the contract's names; the path was found in the contract.
  return (handlers as unknown as Readonly<Record<string, Readonly<Record<string, Handler>>>>)[group]?.[name] as Handler
}

function incident<C extends Contract>({ random, log }: ServeOptions<C>, path: string, error: unknown): Failure {
  const id = random.token(4)
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  log.error('A call failed inside', { incident: id, path, error: text })
  return { code: 'internal', sentence: sentence('engine.internal', { incident: id }) }
}
