import type { Line } from '../../lines.ts'

/** A client's message; anything else in it is ignored. */
export interface SocketRequest {
  readonly op: string
  readonly args: readonly unknown[]
  /** Echoed where it was sent. */
  readonly reqId: string | null
}

/** Null: not a JSON object. */
export function parseRequest(text: string): SocketRequest | null {
  const parsed = parseJson(text)
  if (typeof parsed !== 'object' || parsed === null) return null
  // An object's fields are read one by one below, each checked for its type.
  const { op, args, req_id: reqId } = parsed as Readonly<Record<string, unknown>>
  return {
    op: typeof op === 'string' ? op : '',
    args: Array.isArray(args) ? (args as readonly unknown[]) : [],
    reqId: typeof reqId === 'string' ? reqId : null,
  }
}

export function topicsOf({ args }: SocketRequest): readonly string[] {
  return args.filter((arg) => typeof arg === 'string')
}

/** The exchange answers unreadable text with a line that is no JSON either. */
export function sendUndecodable(line: Line, text: string): void {
  line.send(`Failed to decode incoming data: ${text.slice(0, 80)}`, 'reply')
}

export function sendReply(line: Line, reply: Readonly<Record<string, unknown>>): void {
  line.send(JSON.stringify(reply), 'reply')
}

/** The optional echo of the request's id. */
export function echo({ reqId }: SocketRequest): Readonly<Record<string, string>> {
  return reqId === null ? {} : { req_id: reqId }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
