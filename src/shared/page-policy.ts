/**
 * The Content-Security-Policy of the page, sent as a response header by both shells.
 * `connect` is what the page may dial: its own server in a browser, nothing at all in the desktop app.
 */
export function pagePolicy(connect: "'self'" | "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // No policy can be made that would let text through to a script sink after all.
    "trusted-types 'none'",
  ].join('; ')
}

/** What a browser may do for a page and this one never wants. */
const NEVER_ASKED_FOR = [
  'accelerometer',
  'bluetooth',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const

/** Every header that goes with a file of the page. */
export function pageHeaders(connect: "'self'" | "'none'"): Readonly<Record<string, string>> {
  return {
    'content-security-policy': pagePolicy(connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Looking a name up tells it to whoever answers for it.
    'x-dns-prefetch-control': 'off',
    'permissions-policy': NEVER_ASKED_FOR.map((feature) => `${feature}=()`).join(', '),
  }
}
