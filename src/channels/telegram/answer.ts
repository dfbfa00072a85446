import { z } from 'zod'
import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { Failure } from '../../shared/result.ts'
import { parseJson } from '../http/parse-json.ts'
import { waitOfSeconds } from '../http/retry-after.ts'

/** What the Bot API answered: https://core.telegram.org/bots/api#making-requests */
export type ApiAnswer =
  | { readonly kind: 'done'; readonly result: unknown }
  | {
      readonly kind: 'error'
      readonly status: number
      readonly description: string
      readonly afterMs: number | null
      /** The new number of a group that became a supergroup. */
      readonly movedTo: string | null
    }
  /** An answer, but not one of the Bot API. */
  | { readonly kind: 'garbage'; readonly status: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.int().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
})

export function readAnswer(answer: HttpAnswer): ApiAnswer {
  if (answer.kind === 'failed') return answer
  const said = parseJson(answer.body, envelope)
  if (said === null) return { kind: 'garbage', status: answer.status }
  return said.ok ? { kind: 'done', result: said.result } : errorOf(said, answer.status)
}

function errorOf(
  { error_code, description = '', parameters = {} }: z.infer<typeof envelope>,
  status: number,
): ApiAnswer {
  const { retry_after, migrate_to_chat_id } = parameters
  return {
    kind: 'error',
    status: error_code ?? status,
    description,
    afterMs: waitOfSeconds(retry_after),
    movedTo: migrate_to_chat_id === undefined ? null : String(migrate_to_chat_id),
  }
}
