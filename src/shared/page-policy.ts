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
  ].join('; ')
}

/** Every header that goes with a file of the page. */
export function pageHeaders(connect: "'self'" | "'none'"): Readonly<Record<string, string>> {
  return {
    'content-security-policy': pagePolicy(connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  }
}
