import { z } from 'zod'
import type { Received } from './loopback.ts'
import { SECRET_PATH, wrong, type Decoded } from './decoded.ts'

const fields = z.strictObject({
  topic: z.string(),
  title: z.string().optional(),
  message: z.string(),
  priority: z.int().min(1).max(5),
})
const LONGEST = 4096

/** https://docs.ntfy.sh/publish/#publish-as-json, and https://docs.ntfy.sh/config/ for `message-size-limit`. */
export function decodeNtfy({ path, body }: Received): Decoded {
  if (path !== '/') return wrong('{"code":40401,"http":404,"error":"page not found"}')
  if (body.length > 2 * LONGEST) return wrong('{"code":41301,"http":413,"error":"JSON body is too large"}')
  const { topic, title, message, priority } = fields.parse(JSON.parse(body.toString('utf8')))
  if (`/${topic}` !== SECRET_PATH.ntfy) return wrong('{"code":40301,"http":403,"error":"forbidden"}')
  if (Buffer.byteLength(message) > LONGEST || message.trim() === '') return wrong('{"error":"became an attachment"}')
  const heading = title?.replace(/ \(\d+\/\d+\)$/, '')
  const first = title === undefined || / \((?!1\/)\d+\/\d+\)$/.test(title) ? [] : [heading ?? '']
  const shown = { pieces: [...first, message.trim()], silent: priority < 3, files: [] }
  const reply = { id: 'hwQ2YpKdmg', time: 1_795_000_000, event: 'message', topic, message }
  return { reply: { status: 200, body: JSON.stringify(reply) }, shown }
}
