import type { Failure } from '../../shared/result.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Text goes out as UTF-8, bytes as they are. */
  readonly body?: string | Uint8Array
  readonly timeoutMs: number
}

export type HttpAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** HTTP as the engine sees it: it always resolves; a network failure is an answer too. */
export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>
}
