/** The states the tray shows. */
export const TRAY_STATES = ['live', 'stale', 'offline', 'alarm'] as const
export type TrayState = (typeof TRAY_STATES)[number]

export type Drawing =
  /** The app's icon to the edge of its square: Windows, Linux. */
  | { readonly kind: 'app' }
  /** The same with the margin that Apple's icon grid wants around the ground. */
  | { readonly kind: 'mac' }
  /** In colour on its own dark ground, so that it reads on light and dark panels alike. */
  | { readonly kind: 'tray'; readonly state: TrayState }
  /** Black and transparent: macOS colours it to suit the menu bar. */
  | { readonly kind: 'template'; readonly state: TrayState }

/** Up to this size the heavier drawing is used. */
const SMALL = 24
/** 824 of 1024, Apple's grid for app icons. */
const MAC_SCALE = 824 / 1024
const FAINT = 0.55
const COLOURS = { live: '#41c08d', stale: '#e2b04a', offline: '#a3b1bf', alarm: '#f06a64' } as const

/** The SVG of one drawing at one size, put together from the named parts of the one source. */
export function draw(source: string, drawing: Drawing, pixels: number): string {
  const end = source.indexOf('</defs>')
  if (end < 0) throw new Error('resources/icon.svg has no definitions to draw from')
  return `${source.slice(0, end)}</defs>${compose(drawing, pixels)}</svg>`
}

function compose(drawing: Drawing, pixels: number): string {
  switch (drawing.kind) {
    case 'app':
      return app(pixels)
    case 'mac':
      return `<g transform="translate(${16 * (1 - MAC_SCALE)} ${16 * (1 - MAC_SCALE)}) scale(${MAC_SCALE})">${app(pixels)}</g>`
    case 'tray':
      return tray(drawing.state)
    case 'template':
      return template(drawing.state)
  }
}

function app(pixels: number): string {
  return pixels <= SMALL ? use('ground-small') + use('mark-small') : use('ground') + use('mark')
}

function tray(state: TrayState): string {
  if (state === 'live') return use('ground-small') + use('mark-small')
  const colour = COLOURS[state]
  const badge = `<g fill="${colour}" stroke="${colour}">${use(state)}</g>`
  return use('ground-small') + behind('mark-small', state) + use('backing') + badge
}

function template(state: TrayState): string {
  if (state === 'live') return use('mark-template')
  return `${behind('mark-template', state)}<g fill="#000" stroke="#000">${use(state)}</g>`
}

/** The mark with room for the state's sign, faint when its figures are not live. */
function behind(mark: string, state: TrayState): string {
  return `<g mask="url(#gap)" opacity="${state === 'alarm' ? 1 : FAINT}">${use(mark)}</g>`
}

function use(name: string): string {
  return `<use href="#${name}"/>`
}
