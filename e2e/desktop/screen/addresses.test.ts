import { expect, it } from 'vitest'
import { isOurs, shownAddress, trueAddress, trueOrigin } from './addresses.ts'

it.each([
  ['app://main/', 'https://app-main.invalid/'],
  ['app://main/assets/index.js?x#y', 'https://app-main.invalid/assets/index.js?x#y'],
  ['app://main', 'https://app-main.invalid'],
  ['app://other/x', 'https://app-other.invalid/x'],
  ['blob:app://main/1-2', 'blob:https://app-main.invalid/1-2'],
])('%s is shown at %s, and back', (own, shown) => {
  expect(shownAddress(own)).toBe(shown)
  expect(trueAddress(shown)).toBe(own)
  expect(isOurs(shown)).toBe(true)
})

it.each([
  'https://example.com/',
  'https://evil.example/?https://app-main.invalid/',
  'https://app-main.invalid.example/',
])('%s is nobody’s of ours', (url) => {
  expect(isOurs(url)).toBe(false)
  expect(shownAddress(url)).toBe(url)
  expect(trueAddress(url)).toBe(url)
})

it.each([
  ['https://app-main.invalid/x/y#z', 'app://main'],
  ['https://example.com/x', 'https://example.com'],
  ['about:blank', 'null'],
  ['', 'null'],
])('the origin of %s is %s', (url, origin) => {
  expect(trueOrigin(url)).toBe(origin)
})
