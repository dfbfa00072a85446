import { draw, TRAY_STATES, type Drawing, type TrayState } from './drawing.ts'
import { encodeIcns, ICNS_SIDES } from './icns.ts'
import { encodeIco, ICO_SIDES } from './ico.ts'
import type { Picture } from './picture.ts'
import type { Render } from './render.ts'

/** The sides of the app's icon as PNG, which is what Linux installs. */
export const PNG_SIDES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
/** A tray image's side at normal density. */
export const TRAY_SIDE = 16

/** Every icon file below `resources/`, by path, as the one drawing gives it. */
export function makeIcons(source: string, render: Render): ReadonlyMap<string, Uint8Array> {
  const at = (drawing: Drawing) => (side: number) => render(draw(source, drawing, side), side)
  const app = PNG_SIDES.map(at({ kind: 'app' }))
  return new Map([
    ...app.map(({ pixels, png }) => [`icons/${pixels}x${pixels}.png`, png] as const),
    ['icon.ico', encodeIco(app.filter(({ pixels }) => ICO_SIDES.some((side) => side === pixels)))],
    ['icon.icns', encodeIcns(ICNS_SIDES.map(at({ kind: 'mac' })))],
    ...TRAY_STATES.flatMap((state) => trayImages(state, at)),
  ])
}

type At = (drawing: Drawing) => (side: number) => Picture

function trayImages(state: TrayState, at: At): readonly (readonly [string, Uint8Array])[] {
  const coloured = at({ kind: 'tray', state })
  const template = at({ kind: 'template', state })
  return [
    [`tray/tray-${state}.png`, coloured(TRAY_SIDE).png],
    [`tray/tray-${state}@2x.png`, coloured(2 * TRAY_SIDE).png],
    [`tray/tray-${state}Template.png`, template(TRAY_SIDE).png],
    [`tray/tray-${state}Template@2x.png`, template(2 * TRAY_SIDE).png],
  ]
}
