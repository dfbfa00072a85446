import { inflateSync } from 'node:zlib'

export interface Pixels {
  readonly side: number
  /** Red, green, blue and alpha from 0 to 255. */
  at(x: number, y: number): readonly [number, number, number, number]
}

const SIGNATURE = '89504e470d0a1a0a'
const CHANNELS = 4

/** Reads an 8-bit RGBA PNG, not interlaced, which is all that is drawn here. Throws on any other. */
export function readPng(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes)
  if (file.toString('hex', 0, 8) !== SIGNATURE) throw new Error('not a PNG')
  const parts = chunks(file)
  const header = parts.find(({ type }) => type === 'IHDR')!.data
  const side = header.readUInt32BE(0)
  if (header.readUInt32BE(4) !== side) throw new Error('not a square')
  if (header.toString('hex', 8, 13) !== '0806000000') throw new Error('not 8-bit RGBA')
  const data = parts.filter(({ type }) => type === 'IDAT').map((part) => part.data)
  const rows = unfilter(inflateSync(Buffer.concat(data)), side * CHANNELS, side)
  const value = (x: number, y: number, channel: number) => rows[y]![x * CHANNELS + channel]!
  return { side, at: (x, y) => [value(x, y, 0), value(x, y, 1), value(x, y, 2), value(x, y, 3)] }
}

function chunks(file: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const found: { type: string; data: Buffer }[] = []
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    found.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return found
}

function unfilter(raw: Buffer, width: number, height: number): readonly Uint8Array[] {
  const rows: Uint8Array[] = []
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1)
    rows.push(row(raw[start]!, raw.subarray(start + 1, start + 1 + width), rows[y - 1] ?? new Uint8Array(width)))
  }
  return rows
}

function row(filter: number, line: Uint8Array, above: Uint8Array): Uint8Array {
  const out = new Uint8Array(line.length)
  for (let x = 0; x < line.length; x++) {
    const left = out[x - CHANNELS] ?? 0
    const predicted = [0, left, above[x]!, (left + above[x]!) >> 1, paeth(left, above[x]!, above[x - CHANNELS] ?? 0)]
    out[x] = line[x]! + predicted[filter]!
  }
  return out
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}
