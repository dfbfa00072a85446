import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { IncomingRequest } from '../../simulator/simulator.ts'

const LONGEST_BODY = 1_048_576

/** The whole body as text; null when the client sent more than a megabyte. */
export async function readBody(message: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of message as AsyncIterable<Buffer>) {
    length += part.length
    if (length > LONGEST_BODY) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The request as the simulator wants it: target and body byte for byte, header names in lower case. */
export function incomingRequest(message: IncomingMessage, body: string): IncomingRequest {
  return {
    method: message.method ?? 'GET',
    target: message.url ?? '/',
    headers: plainHeaders(message),
    body,
    address: addressOf(message),
  }
}

export function addressOf(message: IncomingMessage): string {
  return message.socket.remoteAddress ?? ''
}

/** Writes an answer; a broken connection is broken here too. */
export function writeAnswer(response: ServerResponse, answer: HttpAnswer): void {
  if (answer.kind === 'failed') {
    response.socket?.destroy()
    return
  }
  const body = Buffer.from(answer.body, 'utf8')
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
  response.end(body)
}

export function writeJson(response: ServerResponse, status: number, value: unknown): void {
  writeAnswer(response, {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json' },
    body: `${JSON.stringify(value)}\n`,
  })
}

function plainHeaders(message: IncomingMessage): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}
