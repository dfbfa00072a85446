import type { Picture } from './picture.ts'

/** Apple's names of the slots that hold PNG, by side; the ones for high density repeat a side under another name. */
const SLOTS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const
const HEADER = 8

/** The sides an icon for macOS is made of. */
export const ICNS_SIDES: readonly number[] = [...new Set(SLOTS.map(([, side]) => side))]

export interface IcnsEntry {
  readonly slot: string
  readonly png: Uint8Array
}

/** An Apple icon file of PNGs: `icns`, whole length, then per slot its name, its length with header, its PNG. */
export function encodeIcns(pictures: readonly Picture[]): Uint8Array {
  const entries = SLOTS.map(([slot, side]) => entry(slot, pictureOf(pictures, side).png))
  return entry('icns', Buffer.concat(entries))
}

/** Reads back what `encodeIcns` wrote. Throws on a file that is none. */
export function decodeIcns(bytes: Uint8Array): readonly IcnsEntry[] {
  const file = Buffer.from(bytes)
  if (name(file, 0) !== 'icns' || file.readUInt32BE(4) !== file.length) throw new Error('not an icns file')
  const entries: IcnsEntry[] = []
  for (let at = HEADER; at < file.length;) {
    const length = file.readUInt32BE(at + 4)
    if (length <= HEADER || at + length > file.length) throw new Error('an entry of the icns file is cut off')
    entries.push({ slot: name(file, at), png: file.subarray(at + HEADER, at + length) })
    at += length
  }
  return entries
}

function entry(slot: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER)
  header.write(slot, 'latin1')
  header.writeUInt32BE(HEADER + content.length, 4)
  return Buffer.concat([header, content])
}

function name(file: Buffer, at: number): string {
  return file.toString('latin1', at, at + 4)
}

function pictureOf(pictures: readonly Picture[], side: number): Picture {
  const found = pictures.find(({ pixels }) => pixels === side)
  if (found === undefined) throw new Error(`no picture of ${side} pixels for the icns file`)
  return found
}
