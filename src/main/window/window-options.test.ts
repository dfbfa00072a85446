import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { groundOf } from './window-options.ts'

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
