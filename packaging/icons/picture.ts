/** A square PNG and its side in pixels. */
export interface Picture {
  readonly pixels: number
  readonly png: Uint8Array
}
