import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Picture } from './picture.ts'

export type Render = (svg: string, pixels: number) => Picture

/**
 * Starts the renderer: WebAssembly, so the same bytes come out on every machine. It can be started once in a process;
 * a second start fails.
 */
export async function startRenderer(): Promise<Render> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(wasm))
  return (svg, pixels) => ({ pixels, png: rasterise(svg, pixels) })
}

function rasterise(svg: string, pixels: number): Uint8Array {
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: pixels } })
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}
