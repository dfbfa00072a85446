import type { WebhookPreset } from '../webhook/verdict.ts'
import type { Reply } from './loopback.ts'

/** What one POST shows a person, as the service it imitates would show it. */
export interface Shown {
  /** Title and texts in the order they are read. */
  readonly pieces: readonly string[]
  readonly silent: boolean
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

export type Decoded = { readonly reply: Reply; readonly shown: Shown | null }

export const SECRET_PATH: Readonly<Record<WebhookPreset, string>> = {
  plain: '/hook/5f0c1b7e9a',
  ntfy: '/tidemark-alerts-x7Qp2',
  discord: '/api/webhooks/118822/Zk3vQ9-token_x',
  slack: '/services/T0001/B0002/qWeRtY0987',
}
export const SIGNING_SECRET = 'a signing secret, 32 signs or so'

export function wrong(words: string): Decoded {
  return { reply: { status: 400, body: words }, shown: null }
}
