/** How a fetch that did not come through names itself, in Node, in `got` and in electron-builder. */
const NETWORK =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|CERT_|SELF_SIGNED|RequestError|HTTPError|TimeoutError|fetch failed|socket hang up|tunneling socket|status code [45]\d\d|Response code [45]\d\d)\b/

/** The sentence for a build that failed because something could not be fetched; null when it failed otherwise. */
export function fetchFailure(error: unknown): string | null {
  const text = messages(error).join(' ')
  if (!NETWORK.test(text)) return null
  return 'Electron’s runtime or one of the builder’s tools could not be fetched from GitHub, so nothing was packaged. Try again where github.com can be reached, or name a runtime that is here with --electron <folder or zip> and add --dir.'
}

function messages(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)]
  const code = 'code' in error ? String(error.code) : ''
  return [error.name, code, error.message, ...(error.cause === undefined ? [] : messages(error.cause))]
}
