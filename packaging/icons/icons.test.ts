import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { draw, TRAY_STATES } from './drawing.ts'
import { decodeIcns } from './icns.ts'
import { decodeIco, ICO_SIDES } from './ico.ts'
import { makeIcons, PNG_SIDES } from './plan.ts'
import { startRenderer, type Render } from './render.ts'
import { readPng, type Pixels } from './test/read-png.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const committed = (path: string) => readFile(join(resources, path))
const picture = async (path: string) => readPng(await committed(path))

let icons: ReadonlyMap<string, Uint8Array>
let render: Render
let source: string

beforeAll(async () => {
  render = await startRenderer()
  source = await readFile(join(resources, 'icon.svg'), 'utf8')
  icons = makeIcons(source, render)
})

describe('the committed icons', () => {
  it('are byte for byte what the drawing gives, so `npm run icons` was not forgotten', async () => {
    for (const [path, bytes] of icons) {
      expect(Buffer.compare(await committed(path), bytes), `resources/${path}: run npm run icons`).toBe(0)
    }
  })

  it('leave no file behind that the drawing no longer gives', async () => {
    const there = await Promise.all(
      ['icons', 'tray'].map(async (folder) =>
        (await readdir(join(resources, folder))).map((name) => `${folder}/${name}`),
      ),
    )
    expect(there.flat().sort()).toEqual([...icons.keys()].filter((path) => path.includes('/')).sort())
  })

  it('come out the same when drawn again', () => {
    expect([...makeIcons(source, render)]).toEqual([...icons])
  })
})

describe('the app icon', () => {
  it('is there in every size Linux asks for', async () => {
    for (const side of PNG_SIDES) expect((await picture(`icons/${side}x${side}.png`)).side).toBe(side)
  })

  it('holds one picture a size in the Windows file', async () => {
    const pictures = decodeIco(await committed('icon.ico'))
    expect(pictures.map(({ pixels }) => pixels)).toEqual([...ICO_SIDES])
    for (const { pixels, png } of pictures) expect(readPng(png).side).toBe(pixels)
  })

  it('holds normal and high density in the macOS file', async () => {
    const sides = decodeIcns(await committed('icon.icns')).map(({ slot, png }) => [slot, readPng(png).side])
    expect(Object.fromEntries(sides)).toEqual({
      icp4: 16,
      icp5: 32,
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    })
  })

  it('has round corners: clear outside, the ground inside', async () => {
    const large = await picture('icons/1024x1024.png')
    expect(large.at(0, 0)[3]).toBe(0)
    expect(large.at(512, 1000)).toEqual([10, 14, 19, 255].map((value) => expect.closeTo(value, -1)))
  })

  it('keeps the margin of Apple’s grid on macOS', async () => {
    const largest = decodeIcns(await committed('icon.icns')).find(({ slot }) => slot === 'ic10')!
    const pixels = readPng(largest.png)
    expect(pixels.at(512, 95)[3]).toBe(0)
    expect(pixels.at(512, 105)[3]).toBe(255)
  })

  it('sets the dashes on whole pixels at 16', () => {
    const small = readPng(render(draw(source, { kind: 'app' }, 16), 16).png)
    const accent = Array.from({ length: 16 }, (_, x) => isAccent(small, x, 4))
    expect(accent.map((yes) => (yes ? '#' : '.')).join('')).toBe('...##..##..##...')
  })
})

function isAccent(pixels: Pixels, x: number, y: number): boolean {
  return pixels.at(x, y).join() === '92,200,214,255'
}

describe('the tray images', () => {
  it.each(TRAY_STATES)('has %s at both densities, coloured and as a template', async (state) => {
    for (const kind of ['', 'Template']) {
      expect((await picture(`tray/tray-${state}${kind}.png`)).side).toBe(16)
      expect((await picture(`tray/tray-${state}${kind}@2x.png`)).side).toBe(32)
    }
  })

  it.each(TRAY_STATES)('draws the template of %s in black and alpha only, as macOS wants it', async (state) => {
    const all = everyPixel(await picture(`tray/tray-${state}Template@2x.png`))
    expect(all.filter(([red, green, blue]) => red + green + blue > 0)).toEqual([])
    expect(new Set(all.map(([, , , alpha]) => alpha)).size).toBeGreaterThan(2)
  })

  it('tells the states apart by shape alone', async () => {
    const shapes = await Promise.all(
      TRAY_STATES.map(async (state) => silhouette(await picture(`tray/tray-${state}Template.png`))),
    )
    for (const [index, shape] of shapes.entries()) {
      for (const other of shapes.slice(index + 1)) expect(differing(shape, other)).toBeGreaterThanOrEqual(12)
    }
  })

  it.each(TRAY_STATES)('reads %s on a light and on a dark panel, having its own ground', async (state) => {
    const image = await picture(`tray/tray-${state}.png`)
    const luminances = everyPixel(image)
      .filter(([, , , alpha]) => alpha === 255)
      .map(luminance)
    expect(luminances.length).toBeGreaterThan(200)
    expect((Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05)).toBeGreaterThan(4.5)
  })
})

type Pixel = ReturnType<Pixels['at']>

function everyPixel(pixels: Pixels): readonly Pixel[] {
  return Array.from({ length: pixels.side ** 2 }, (_, at) => pixels.at(at % pixels.side, Math.floor(at / pixels.side)))
}

function silhouette(pixels: Pixels): readonly boolean[] {
  return everyPixel(pixels).map(([, , , alpha]) => alpha > 64)
}

function differing(one: readonly boolean[], other: readonly boolean[]): number {
  return one.filter((value, index) => value !== other[index]).length
}

/** Relative luminance after WCAG 2.2. */
function luminance([red, green, blue]: Pixel): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
