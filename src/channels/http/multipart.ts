import type { Attachment } from '../../engine/ports/channel.ts'
import { cleanLine } from '../../shared/text/clean.ts'

export interface MultipartFile extends Attachment {
  readonly field: string
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly MultipartFile[]
  /** Unguessable, so that no content can end its own part. */
  readonly boundary: string
}

export interface MultipartBody {
  readonly type: string
  readonly bytes: Uint8Array
}

const MIME = /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}$/i

/** multipart/form-data as browsers write it (RFC 7578, and the HTML standard for names). */
export function multipart({ fields, files, boundary }: Form): MultipartBody {
  const parts = [
    ...Object.entries(fields).map(([name, value]) => part(boundary, `name="${quoted(name)}"`, [], Buffer.from(value))),
    ...files.map((file) => filePart(boundary, file)),
  ]
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

function filePart(boundary: string, { field, name, type, bytes }: MultipartFile): Buffer {
  const mime = MIME.test(type) ? type : 'application/octet-stream'
  return part(
    boundary,
    `name="${quoted(field)}"; filename="${quoted(fileName(name))}"`,
    [`Content-Type: ${mime}`],
    bytes,
  )
}

function part(boundary: string, disposition: string, more: readonly string[], bytes: Uint8Array): Buffer {
  const head = [`--${boundary}`, `Content-Disposition: form-data; ${disposition}`, ...more, '', '']
  return Buffer.concat([Buffer.from(head.join('\r\n')), bytes, Buffer.from('\r\n')])
}

function quoted(text: string): string {
  return text.replace(/["\r\n]/g, encodeURIComponent)
}

/** A name alone: no folder, no control character, never empty. */
export function fileName(name: string): string {
  return cleanLine(name).replace(/[\\/]/g, '_').slice(0, 120).toWellFormed() || 'file'
}
