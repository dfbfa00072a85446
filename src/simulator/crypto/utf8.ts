/** UTF-8 bytes of text; lone surrogates become the replacement character, as everywhere. */
export function utf8(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text, (letter) => encode(letter.codePointAt(0) ?? 0)).flat())
}

function encode(point: number): readonly number[] {
  if (point < 0x80) return [point]
  if (point < 0x800) return [0xc0 | (point >> 6), tail(point)]
  if (point >= 0xd800 && point < 0xe000) return encode(0xfffd)
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(point >> 6), tail(point)]
  return [0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point)]
}

function tail(point: number): number {
  return 0x80 | (point & 0x3f)
}
