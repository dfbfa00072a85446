/** A mail as a mail program reads it: enough of RFC 2045, 2047 and 5322 for what tests send. */
export interface ReadMail {
  /** Names in lower case; each once, or the mail is refused. */
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[]
}

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** `raw` is a mail as bytes in a latin1 string. */
export function readMail(raw: string): ReadMail {
  const whole = readPart(raw)
  const parts = partsOf(whole)
  const [text, ...files] = parts
  return {
    headers: new Map([...whole.headers].map(([name, value]) => [name, decodeWords(value)])),
    text: text === undefined ? '' : bytesOf(text).toString('utf8').replaceAll('\r\n', '\n').replace(/\n$/, ''),
    attachments: files.map((file) => ({ name: fileName(file), type: typeOf(file), bytes: bytesOf(file) })),
  }
}

function readPart(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n')
  const head = end < 0 ? raw : raw.slice(0, end)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r\n([ \t])/g, '$1').split('\r\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name === '' || headers.has(name.toLowerCase())) throw new Error(`not a header, or twice: ${line}`)
    headers.set(name.toLowerCase(), value)
  }
  return { headers, body: end < 0 ? '' : raw.slice(end + 4) }
}

function partsOf(whole: Part): readonly Part[] {
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(whole.headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) return [whole]
  const pieces = `\r\n${whole.body}`.split(`\r\n--${boundary}`)
  return pieces.slice(1, -1).map((piece) => readPart(piece.replace(/^\r\n/, '')))
}

function bytesOf({ headers, body }: Part): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? unquote(body.replace(/=\r\n/g, '')) : body, 'latin1')
}

function unquote(text: string): string {
  return text.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function decodeWords(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[QB]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/((?:=\?utf-8\?[QB]\?[^?]*\?=)+)/gi, (words: string) =>
      Buffer.concat(Array.from(words.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi), wordBytes)).toString('utf8'),
    )
}

function wordBytes([, kind = '', text = '']: RegExpExecArray): Buffer {
  return kind.toUpperCase() === 'B'
    ? Buffer.from(text, 'base64')
    : Buffer.from(unquote(text.replaceAll('_', ' ')), 'latin1')
}

function typeOf({ headers }: Part): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? ''
}

function fileName({ headers }: Part): string {
  const disposition = headers.get('content-disposition') ?? ''
  const extended = Array.from(disposition.matchAll(/filename\*(?:\d+\*?)?=(?:utf-8'')?([^;]+)/gi), ([, piece = '']) =>
    piece.trim(),
  )
  if (extended.length > 0) return decodeURIComponent(extended.join(''))
  return decodeWords(/filename="?([^";]*)"?/i.exec(disposition)?.[1] ?? '')
}
