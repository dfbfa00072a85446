import type { Http, HttpRequest } from '../../engine/ports/http.ts'
import { readAnswer, type ApiAnswer } from './answer.ts'

export interface TelegramAccess {
  readonly http: Http
  readonly token: string
  /** Without a slash at the end. */
  readonly baseUrl: string
}

export interface TelegramCalls {
  readonly json: (method: string, fields: Readonly<Record<string, unknown>>) => Promise<ApiAnswer>
  readonly form: (method: string, form: { readonly type: string; readonly bytes: Uint8Array }) => Promise<ApiAnswer>
  /** What may be named of where it leads. */
  readonly host: string
}

const TEXT_TIMEOUT_MS = 20_000
const FILE_TIMEOUT_MS = 120_000

/** The Bot API. Its addresses hold the token, so none of them is ever told. */
export function createTelegramCalls({ http, token, baseUrl }: TelegramAccess): TelegramCalls {
  const post = async (method: string, rest: Pick<HttpRequest, 'headers' | 'body' | 'timeoutMs'>) =>
    readAnswer(await http.send({ method: 'POST', url: `${baseUrl}/bot${token}/${method}`, ...rest }))
  return {
    host: new URL(baseUrl).host,
    json: (method, fields) =>
      post(method, {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(fields),
        timeoutMs: TEXT_TIMEOUT_MS,
      }),
    form: (method, { type, bytes }) =>
      post(method, { headers: { 'Content-Type': type }, body: bytes, timeoutMs: FILE_TIMEOUT_MS }),
  }
}
