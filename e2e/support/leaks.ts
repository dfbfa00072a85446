import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text in which a secret was looked for. */
export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

/** Every file under a folder. */
export function filesUnder(folder: string): readonly Place[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }))
}

export function placeOf(name: string, text: string): Place {
  return { name, bytes: Buffer.from(text, 'utf8') }
}

/** The places in which a secret stands, plainly or in one of the forms a careless program writes it in. */
export function leaks(secrets: readonly string[], places: readonly Place[]): readonly string[] {
  return places
    .filter(({ bytes }) => secrets.some((secret) => forms(secret).some((form) => bytes.includes(form))))
    .map(({ name }) => name)
}

function forms(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret, 'utf8')
  const texts = [bytes.toString('hex'), encodeURIComponent(secret), ...inBase64(bytes)]
  return [bytes, Buffer.from(secret, 'utf16le'), ...texts.map((text) => Buffer.from(text, 'latin1'))]
}

/** What base64 makes of the secret at each of three offsets, without the ends that its neighbours colour. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return text.slice(offset === 0 ? 0 : offset + 1, -1)
  })
}
