import type { UpFrame } from '../../shared/frames.ts'
import { fail, type Failure, type Result } from '../../shared/result.ts'

export interface OpenCalls {
  ask(path: string, input: unknown): Promise<Result<unknown>>
  done(id: number, result: Result<unknown>): void
  /** Calls that were on their way are answered with a failure; those never sent wait for the next connection. */
  lose(): void
  resend(): void
}

interface OpenCall {
  readonly path: string
  readonly input: unknown
  readonly answer: (result: Result<unknown>) => void
  readonly sent: boolean
}

const CLOSED: Failure = { code: 'unavailable', sentence: { id: 'link.closed', values: {} } }

export function createOpenCalls(send: (frame: UpFrame) => boolean): OpenCalls {
  const open = new Map<number, OpenCall>()
  const ids = { next: 1 }

  function dispatch(id: number, call: Omit<OpenCall, 'sent'>): void {
    const sent = send({ type: 'call', id, path: call.path, input: call.input })
    open.set(id, { ...call, sent })
  }

  return {
    ask: (path, input) =>
      new Promise((answer) => {
        const id = ids.next
        ids.next += 1
        dispatch(id, { path, input, answer })
      }),
    done: (id, result) => {
      const call = open.get(id)
      open.delete(id)
      call?.answer(result)
    },
    lose: () => {
      for (const [id, call] of [...open]) {
        if (!call.sent) continue
        open.delete(id)
        call.answer(fail(CLOSED))
      }
    },
    resend: () => {
      for (const [id, call] of [...open]) if (!call.sent) dispatch(id, call)
    },
  }
}
