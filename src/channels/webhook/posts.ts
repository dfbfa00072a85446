import type { Message } from '../../engine/ports/channel.ts'
import type { Random } from '../../engine/ports/random.ts'
import type { Address } from '../http/address.ts'

/** One POST of the several a message can take. */
export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export interface PostContext {
  readonly address: Address
  /** Epoch milliseconds of this try. */
  readonly now: number
  readonly random: Random
  /** What plain webhooks are signed with; null leaves them unsigned. */
  readonly signingSecret: string | null
}

/** The message as one kind of receiver wants it, in the order it is to arrive. */
export type Compose = (message: Message, context: PostContext) => readonly Post[]

export function jsonPost({ url, authorization }: Address, body: unknown): Post {
  return {
    url,
    headers: { 'Content-Type': 'application/json', ...authorize(authorization) },
    body: JSON.stringify(body),
  }
}

export function authorize(authorization: string | null): Readonly<Record<string, string>> {
  return authorization === null ? {} : { Authorization: authorization }
}
