import { LIMITS, upFrame, type UpFrame } from '../../shared/frames.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Reads what a page says. The failure is a word for the log: a page that says nonsense is not answered but closed. */
export function readUpFrame(text: string): Result<UpFrame, string> {
  if (text.length > LIMITS.frameBytes) return fail('frame too long')
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const frame = upFrame.safeParse(parsed.value)
  return frame.success ? ok(frame.data) : fail('unknown frame')
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return fail('not JSON')
  }
}
