import { timingSafeEqual } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isOurs, sameToken } from './guard.ts'

describe('isOurs', () => {
  it.each([
    ['127.0.0.1:8000', undefined],
    ['localhost:8000', 'http://localhost:8000'],
    ['[::1]:8000', 'http://[::1]:8000'],
    ['192.168.1.7:8000', undefined],
    ['watcher', 'http://watcher'],
  ])('lets in Host %s with Origin %s', (host, origin) => {
    expect(isOurs({ host, origin }, ['watcher'])).toBe(true)
  })

  it.each([
    [undefined, undefined],
    ['evil.example:8000', undefined],
    ['127.0.0.1.evil.example', undefined],
    ['localhost:8000', 'http://evil.example'],
    ['localhost:8000', 'http://localhost:9000'],
    ['localhost:8000', 'https://localhost:8000'],
    ['localhost:8000', 'null'],
    ['localhost@evil.example', undefined],
    ['', undefined],
  ])('turns away Host %s with Origin %s', (host, origin) => {
    expect(isOurs({ host, origin }, [])).toBe(false)
  })
})

it('compares tokens of any length', () => {
  expect(sameToken('abc', 'abc', timingSafeEqual)).toBe(true)
  expect(sameToken('abd', 'abc', timingSafeEqual)).toBe(false)
  expect(sameToken('', 'abc', timingSafeEqual)).toBe(false)
})
