import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { WebhookPreset } from '../webhook/verdict.ts'
import { SECRET_PATH, SIGNING_SECRET, wrong, type Decoded, type Shown } from './decoded.ts'
import { decodeDiscord } from './decode-discord.ts'
import { decodeNtfy } from './decode-ntfy.ts'
import { decodeSlack } from './decode-slack.ts'
import { startLoopback, type Loopback, type Received } from './loopback.ts'

export interface WebhookReceiver extends Loopback {
  /** What to give the channel as address; its path is a secret. */
  readonly address: string
  readonly shown: readonly Shown[]
  /** What was wrong with requests it refused. */
  readonly complaints: readonly string[]
}

const decoders: Readonly<Record<WebhookPreset, (request: Received) => Decoded | Promise<Decoded>>> = {
  plain: decodePlain,
  ntfy: decodeNtfy,
  discord: decodeDiscord,
  slack: decodeSlack,
}

/** A receiver of one kind on a loopback port, as strict as its documentation. */
export async function startWebhookReceiver(preset: WebhookPreset): Promise<WebhookReceiver> {
  const shown: Shown[] = []
  const complaints: string[] = []
  const loopback = await startLoopback(async (request) => {
    const decoded = await decoders[preset](request)
    if (decoded.shown === null) complaints.push(decoded.reply.body)
    else shown.push(decoded.shown)
    return decoded.reply
  })
  return { ...loopback, address: `${loopback.url}${SECRET_PATH[preset]}`, shown, complaints }
}

const flat = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const plainBody = z.strictObject({
  version: z.literal(1),
  key: z.string(),
  severity: z.enum(['info', 'warning', 'critical']),
  loudness: z.enum(['loud', 'silent']),
  title: z.string(),
  body: z.string(),
  at: z.int(),
  place: z.looseObject({ tab: z.string() }).nullable(),
  facts: flat,
  alerts: z.array(flat),
  attachments: z.array(z.strictObject({ name: z.string(), type: z.string(), base64: z.base64() })),
})

/** Checks the signature as the documentation tells receivers to. */
function decodePlain({ path, headers, body }: Received): Decoded {
  if (path !== SECRET_PATH.plain) return wrong(`no hook at ${path}`)
  const signed = createHmac('sha256', SIGNING_SECRET).update(`${headers['tidemark-timestamp']}.`).update(body)
  if (headers['tidemark-signature'] !== `v1=${signed.digest('hex')}`) return wrong('signature')
  const { key, title, body: text, loudness, attachments } = plainBody.parse(JSON.parse(body.toString('utf8')))
  const shortKey = encodeURIComponent(key).length <= 200
  if (shortKey && headers['idempotency-key'] !== encodeURIComponent(key)) return wrong('idempotency key')
  const files = attachments.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }))
  const shown = { pieces: [title, text].filter((piece) => piece !== ''), silent: loudness === 'silent', files }
  return { reply: { status: 204, body: '' }, shown }
}
