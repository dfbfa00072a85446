import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import type { Sentence } from '../../shared/sentence.ts'
import { accountRow, NOW, overviewOf, totalRow } from '../test/samples.ts'
import { createSpeech } from '../words/speech.ts'
import type { Overview } from '../overview/overview.ts'
import type { TrayIcon } from './render-tray.ts'
import { trayImagePath } from './tray-images.ts'
import type { TrayAction } from './tray-model.ts'
import { createTrayFace } from './tray.ts'

const speech = createSpeech('en', 'UTC', 'shown')

function stageOf(create: 'works' | 'throws' = 'works', platform: NodeJS.Platform = 'linux') {
  const drawn: string[] = []
  const acts: TrayAction[] = []
  const problems: (Sentence | null)[] = []
  const menu: { template: MenuItemConstructorOptions[] } = { template: [] }
  const click: { run: () => void } = { run: () => undefined }
  const icon: TrayIcon = {
    setImage: (path) => void drawn.push(`image ${path}`),
    setToolTip: () => void drawn.push('toolTip'),
    setMenu: (template) => {
      drawn.push('menu')
      menu.template = template
    },
    destroy: () => void drawn.push('destroy'),
  }
  const face = createTrayFace({
    createTray: (image, clicked) => {
      if (create === 'throws') throw new Error('no place')
      drawn.push(`create ${image}`)
      click.run = clicked
      return icon
    },
    imagePath: (image) => image,
    act: (action) => void acts.push(action),
    platform,
    log: createFakeLog(),
    problem: (problem) => void problems.push(problem),
  })
  const draw = (over: Partial<Overview> = {}): readonly string[] => {
    drawn.length = 0
    face.draw({ overview: overviewOf(over), attention: 'none', now: NOW }, speech)
    return [...drawn]
  }
  return { draw, drawn, acts, problems, menu, click, face }
}

describe('drawing', () => {
  it('makes the icon with the first model, and draws nothing for an equal one', () => {
    const { draw, problems } = stageOf()
    expect(draw()).toEqual(['create live', 'image live', 'toolTip', 'menu'])
    expect(problems).toEqual([null])
    expect(draw()).toEqual([])
  })

  it('draws only what changed', () => {
    const { draw } = stageOf()
    draw()
    expect(draw({ total: totalRow({ equity: null }) })).toEqual(['toolTip'])
    expect(draw({ total: totalRow({ equity: null }), accounts: [accountRow({ state: 'stale' })] })).toEqual([
      'image stale',
      'toolTip',
      'menu',
    ])
  })

  it('leaves nothing behind, and draws nothing after its end', () => {
    const { draw, drawn, face } = stageOf()
    draw()
    face.stop()
    expect(drawn.at(-1)).toBe('destroy')
    expect(draw()).toEqual([])
  })
})

describe('a system that refuses an icon', () => {
  it('is told of once, and not asked again', () => {
    const { draw, problems } = stageOf('throws')
    draw()
    draw({ accounts: [] })
    expect(problems).toEqual([{ id: 'desktop.tray-refused', values: { why: 'no place' } }])
  })
})

describe('using it', () => {
  it('shows the window at a click, but for macOS, where a click opens the menu', () => {
    const [linux, mac] = [stageOf('works', 'linux'), stageOf('works', 'darwin')]
    for (const { draw, click } of [linux, mac]) {
      draw()
      click.run()
    }
    expect(linux.acts).toEqual([{ do: 'show' }])
    expect(mac.acts).toEqual([])
  })

  it('does what a line of the menu says', () => {
    const { draw, menu, acts } = stageOf()
    draw()
    // The parameters of a click are Electron's own and not used by ours.
    for (const item of menu.template) (item.click as (() => void) | undefined)?.()
    expect(acts.map((action) => action.do)).toEqual(['show', 'open', 'pause', 'open', 'quit'])
  })
})

it('uses template pictures on macOS alone', () => {
  expect(trayImagePath('/app/tray', 'darwin', 'stale')).toMatch(/tray-staleTemplate\.png$/)
  expect(trayImagePath('/app/tray', 'win32', 'alarm')).toMatch(/tray-alarm\.png$/)
})
