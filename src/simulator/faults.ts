/** What the control surface can answer instead of the truth. */
export type RestTrouble =
  | { readonly kind: 'status'; readonly status: 403 | 418 | 429 | 451 | 500 | 502 | 503 }
  /** A web page in place of JSON. */
  | { readonly kind: 'html'; readonly status: 200 | 403 | 502 | 503 }
  /** The venue's own error code, with HTTP status as that venue sends it; the message may be the venue's default. */
  | { readonly kind: 'code'; readonly code: number; readonly message: string | null }

export type RestFault =
  | { readonly kind: 'refuse'; readonly trouble: RestTrouble }
  /** No answer ever comes. */
  | { readonly kind: 'timeout' }
  /** The connection breaks. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'empty-list' }

/** What can happen to frames on their way out. */
export type LineFault =
  | { readonly kind: 'silence'; readonly heartbeats: 'answered' | 'unanswered' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'duplicate' }
  /** Each frame waits for the next and goes after it. */
  | { readonly kind: 'reorder' }
  | { readonly kind: 'garble' }
  | { readonly kind: 'lose' }
