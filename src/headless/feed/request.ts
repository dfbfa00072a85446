import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'

export const CHANNELS = ['balance', 'positions', 'prices', 'trades', 'equity'] as const
export type Channel = (typeof CHANNELS)[number]

const request = z.strictObject({
  type: z.enum(['subscribe', 'unsubscribe']),
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
})
export type FeedRequest = z.infer<typeof request>

/** Reads what a feed client says; the failure is a sentence for that client's developer, in English. */
export function readRequest(text: string): Result<FeedRequest, string> {
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  const checked = request.safeParse(parsed.value)
  if (checked.success) return ok(checked.data)
  const issue = checked.error.issues[0]
  const where = issue?.path.join('.') ?? ''
  return fail(`${where === '' ? 'message' : where}: ${issue?.message ?? 'not understood'}. Nothing was changed.`)
}

function parse(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return fail('The message is not JSON. Nothing was changed.')
  }
}
