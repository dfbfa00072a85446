import { z } from 'zod'
import { readForm, type Received } from './loopback.ts'
import { SECRET_PATH, wrong, type Decoded } from './decoded.ts'

const embed = z.strictObject({
  description: z.string().min(1).max(4096),
  color: z.int(),
  timestamp: z.iso.datetime(),
})
const fields = z.strictObject({
  content: z.string().min(1).max(2000).optional(),
  embeds: z.array(embed).max(10).optional(),
  allowed_mentions: z.strictObject({ parse: z.tuple([]) }),
  flags: z.union([z.literal(0), z.literal(4096)]),
})
const ESCAPE = /\\([^0-9A-Za-z\s])/g
/** What still means something once escaped signs are taken out. */
const ACTIVE = /[\\*_~`|<>[\]]|:[\w+~-]+:|^\s*(#{1,3}|-#|[-+]|\d+\.)\s/m

/** https://docs.discord.com/developers/resources/webhook#execute-webhook; signs as Discord's own markdown reads them. */
export async function decodeDiscord(request: Received): Promise<Decoded> {
  if (request.path !== `${SECRET_PATH.discord}?wait=true`) return wrong('{"message":"Unknown Webhook","code":10015}')
  const { payload, files } = await readPayload(request)
  const read = fields.safeParse(JSON.parse(payload))
  if (!read.success) return wrong(`{"message":${JSON.stringify(read.error.message)},"code":50035}`)
  const { content, embeds = [], flags } = read.data
  if (content === undefined && embeds.length + files.length === 0)
    return wrong('{"message":"Cannot send an empty message"}')
  const bold = content === undefined ? [] : [/^\*\*([^]+)\*\*$/.exec(content)?.[1] ?? '*']
  const texts = [...bold, ...embeds.map(({ description }) => description)]
  if (texts.some((text) => ACTIVE.test(text.replace(ESCAPE, '·')))) return wrong('{"message":"something is markup"}')
  const pieces = texts.map((text) => text.replace(ESCAPE, '$1').trim())
  return {
    reply: { status: 200, body: '{"id":"1190000000000000001","type":0}' },
    shown: { pieces, silent: flags === 4096, files },
  }
}

async function readPayload(
  request: Received,
): Promise<{ readonly payload: string; readonly files: readonly { readonly name: string; readonly bytes: Buffer }[] }> {
  if (!/^multipart/.test(request.headers['content-type'] ?? ''))
    return { payload: request.body.toString('utf8'), files: [] }
  const form = await readForm(request)
  const file = form.get('files[0]')
  if (!(file instanceof File)) return { payload: '{}', files: [] }
  const bytes = Buffer.from(await file.arrayBuffer())
  const payload = form.get('payload_json')
  return { payload: typeof payload === 'string' ? payload : '{}', files: [{ name: file.name, bytes }] }
}
