import { readForm, startLoopback, type Loopback, type Received, type Reply } from './loopback.ts'
import { checkMessage, type ShownText } from './bot-api-check.ts'

export interface SentDocument {
  readonly chat: string
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** The Bot API on a loopback port, as strict as https://core.telegram.org/bots/api says Telegram is. */
export interface BotApi extends Loopback {
  readonly token: string
  readonly chat: string
  /** Texts as the chat shows them. */
  readonly texts: readonly ShownText[]
  readonly documents: readonly SentDocument[]
  /** What was wrong with requests it answered with 400. */
  readonly complaints: readonly string[]
  /** What people wrote to the bot, as getUpdates tells it. */
  readonly write: (update: unknown) => void
}

const TOKEN = '7201634455:AAEr9kXwTqLm0Zs3VbYc8NdHfJgUoPi5RtQ'
const CHAT = '5550123'
const LARGEST_DOCUMENT = 50 * 1024 * 1024

export async function startBotApi(): Promise<BotApi> {
  const texts: ShownText[] = []
  const documents: SentDocument[] = []
  const complaints: string[] = []
  const updates: unknown[] = []

  function complain(description: string): Reply {
    complaints.push(description)
    return error(400, `Bad Request: ${description}`)
  }

  function sendMessage(request: Received): Reply {
    if (!/^application\/json/.test(request.headers['content-type'] ?? '')) return complain('no JSON')
    const checked = checkMessage(request.body, CHAT)
    if (!checked.ok) return complain(checked.description)
    return done({ message_id: texts.push(checked.shown), chat: { id: Number(CHAT) } })
  }

  async function sendDocument(request: Received): Promise<Reply> {
    const form = await readForm(request)
    const file = form.get('document')
    if (form.get('chat_id') !== CHAT) return complain('chat not found')
    if (!(file instanceof File) || file.size === 0) return complain('file must be non-empty')
    if (file.size > LARGEST_DOCUMENT) return error(413, 'Request Entity Too Large')
    const bytes = Buffer.from(await file.arrayBuffer())
    return done({ message_id: documents.push({ chat: CHAT, name: file.name, type: file.type, bytes }) })
  }

  const loopback = await startLoopback((request) => {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? []
    if (token !== TOKEN) return error(/^\d+:[\w-]{35}$/.test(token ?? '') ? 401 : 404, 'Unauthorized')
    if (method === 'sendMessage') return sendMessage(request)
    if (method === 'sendDocument') return sendDocument(request)
    return method === 'getUpdates' ? done(updates) : error(404, 'Not Found: method not found')
  })
  return {
    ...loopback,
    token: TOKEN,
    chat: CHAT,
    texts,
    documents,
    complaints,
    write: (update) => void updates.push(update),
  }
}

export function done(result: unknown): Reply {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ok: true, result }) }
}

/** An error as the Bot API words it. */
export function error(status: number, description: string, parameters?: Readonly<Record<string, number>>): Reply {
  const body = { ok: false, error_code: status, description, ...(parameters === undefined ? {} : { parameters }) }
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}
