import type { Architecture, Platform } from '../target.ts'

/** What a compiled file was made for, as its own header says. */
export interface BinaryHeader {
  readonly platform: Platform
  readonly architecture: Architecture
}

const ENOUGH = 64
const ELF = 0x7f454c46
const MACH_O_64 = 0xfeedfacf
const DOS = 0x5a4d
const PORTABLE_EXECUTABLE = 0x00004550

/** e_machine: https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html and its register of machines. */
const ELF_MACHINES: ReadonlyMap<number, Architecture> = new Map([
  [0x3e, 'x64'],
  [0xb7, 'arm64'],
])
/** cputype: mach/machine.h, a family's number with the bit for 64 set. */
const MACH_O_MACHINES: ReadonlyMap<number, Architecture> = new Map([
  [0x01000007, 'x64'],
  [0x0100000c, 'arm64'],
])
/** Machine: https://learn.microsoft.com/windows/win32/debug/pe-format#machine-types */
const WINDOWS_MACHINES: ReadonlyMap<number, Architecture> = new Map([
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
])

/** Reads system and processor from the header of an ELF, Mach-O or PE file; null for anything else. */
export function readBinaryHeader(bytes: Uint8Array): BinaryHeader | null {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.byteLength < ENOUGH) return null
  if (file.getUint32(0) === ELF) return header('linux', ELF_MACHINES.get(file.getUint16(18, true)))
  if (file.getUint32(0, true) === MACH_O_64) return header('darwin', MACH_O_MACHINES.get(file.getUint32(4, true)))
  if (file.getUint16(0, true) === DOS) return header('win32', windowsMachine(file))
  return null
}

function windowsMachine(file: DataView): Architecture | undefined {
  const at = file.getUint32(0x3c, true)
  if (at + 6 > file.byteLength || file.getUint32(at, true) !== PORTABLE_EXECUTABLE) return undefined
  return WINDOWS_MACHINES.get(file.getUint16(at + 4, true))
}

function header(platform: Platform, architecture: Architecture | undefined): BinaryHeader | null {
  return architecture === undefined ? null : { platform, architecture }
}
