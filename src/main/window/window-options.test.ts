import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { groundOf, windowOptions } from './window-options.ts'

it.each([
  ['system', 'dark', 'dark'],
  ['system', 'light', 'light'],
  ['dark', 'light', 'dark'],
  ['light', 'dark', 'light'],
] as const)('%s on a %s system is %s', (theme, system, shown) => {
  expect(groundOf(theme, system)).toBe(groundOf(shown, shown))
})

it('is the ground the page paints', () => {
  const tokens = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8')
  const grounds = [...tokens.matchAll(/--ground:\s*(#[0-9a-f]{6})/g)].map(([, ground]) => ground)
  expect(grounds).toEqual([groundOf('dark', 'dark'), groundOf('light', 'light')])
})

it('asks for every wall, and for nothing that would weaken one', () => {
  const parts = { preload: '/p.cjs', bounds: { x: 0, y: 0, width: 800, height: 600 }, zoom: 1, ground: '#000000' }
  const { webPreferences } = windowOptions({ ...parts, devTools: 'denied' })
  // Named in full: what is not here is as Electron has it, and its defaults are the strict ones.
  expect(webPreferences).toEqual({
    preload: '/p.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    disableBlinkFeatures: 'Auxclick',
    devTools: false,
    spellcheck: false,
    zoomFactor: 1,
  })
  expect(windowOptions({ ...parts, devTools: 'allowed' }).webPreferences?.devTools).toBe(true)
})
