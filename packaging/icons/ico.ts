import type { Picture } from './picture.ts'

/** The sides Windows picks from, small to large. */
export const ICO_SIDES = [16, 24, 32, 48, 64, 128, 256] as const

const HEADER = 6
const ENTRY = 16
const ICON = 1
/** A byte holds the side, so 256 is written as 0. */
const BYTE = 256

/** A Windows icon file of PNGs: header, one entry a picture with offset and length, then the PNGs. */
export function encodeIco(pictures: readonly Picture[]): Uint8Array {
  const header = Buffer.alloc(HEADER)
  header.writeUInt16LE(ICON, 2)
  header.writeUInt16LE(pictures.length, 4)
  const starts = offsets(pictures)
  const entries = pictures.map((picture, index) => entry(picture, starts[index] ?? 0))
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)])
}

/** Reads back what `encodeIco` wrote. Throws on a file that is none. */
export function decodeIco(bytes: Uint8Array): readonly Picture[] {
  const file = Buffer.from(bytes)
  if (file.length < HEADER || file.readUInt16LE(0) !== 0 || file.readUInt16LE(2) !== ICON) {
    throw new Error('not an ico file')
  }
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => picture(file, HEADER + index * ENTRY))
}

function offsets(pictures: readonly Picture[]): readonly number[] {
  const starts: number[] = []
  let at = HEADER + ENTRY * pictures.length
  for (const { png } of pictures) {
    starts.push(at)
    at += png.length
  }
  return starts
}

function entry({ pixels, png }: Picture, offset: number): Buffer {
  const bytes = Buffer.alloc(ENTRY)
  bytes.writeUInt8(pixels % BYTE, 0)
  bytes.writeUInt8(pixels % BYTE, 1)
  bytes.writeUInt16LE(1, 4)
  bytes.writeUInt16LE(32, 6)
  bytes.writeUInt32LE(png.length, 8)
  bytes.writeUInt32LE(offset, 12)
  return bytes
}

function picture(file: Buffer, at: number): Picture {
  const offset = file.readUInt32LE(at + 12)
  const end = offset + file.readUInt32LE(at + 8)
  if (end > file.length) throw new Error('a picture of the ico file is cut off')
  return { pixels: file.readUInt8(at) || BYTE, png: file.subarray(offset, end) }
}
