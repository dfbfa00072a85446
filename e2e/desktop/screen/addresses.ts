/**
 * Plain Chromium knows no scheme of ours, so `app://main/x` is shown at `https://app-main.invalid/x`: a name that is
 * reserved never to resolve (RFC 2606), a secure origin as the privileged scheme is one. Main hears true addresses only.
 */
const SHOWN = /^(blob:)?https:\/\/app-([a-z0-9-]+)\.invalid(?=\/|$)/
const TRUE = /^(blob:)?app:\/\/([a-z0-9-]+)(?=\/|$)/

/** Where Chromium shows an address of ours; every other address stays what it is. */
export function shownAddress(url: string): string {
  return url.replace(TRUE, '$1https://app-$2.invalid')
}

/** The address main knows it by. */
export function trueAddress(url: string): string {
  return url.replace(SHOWN, '$1app://$2')
}

/** The origin as Electron writes it: no slash behind, `null` for what has none. */
export function trueOrigin(url: string): string {
  const shown = URL.parse(url)?.origin ?? 'null'
  return trueAddress(shown)
}

export function isOurs(url: string): boolean {
  return SHOWN.test(url)
}
