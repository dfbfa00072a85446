import { existsSync, readFileSync } from 'node:fs'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export interface ReadImage {
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

/** A picture's size from its own bytes: PNG by its header, JPEG and ICO without a size. Null when it is none of them. */
export function readImage(bytes: Buffer): ReadImage | null {
  if (bytes.subarray(0, 8).equals(SIGNATURE) && bytes.length > 24) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), bytes }
  }
  const isJpeg = bytes.length > 3 && bytes.readUInt16BE(0) === 0xff_d8
  const isIcon = bytes.length > 6 && bytes.readUInt32BE(0) === 0x00_00_01_00
  return isJpeg || isIcon ? { width: 0, height: 0, bytes } : null
}

/** Null when there is no such file, or no picture in it. */
export function readImageFile(path: string): ReadImage | null {
  return existsSync(path) ? readImage(readFileSync(path)) : null
}
