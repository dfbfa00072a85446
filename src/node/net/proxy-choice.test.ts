import { expect, test } from 'vitest'
import { direct, isLoopback, routeByEnvironment, routeByPac } from './proxy-choice.ts'

function by(environment: Record<string, string>, url: string): string | null {
  const route = routeByEnvironment(new URL(url), environment)
  return route === null ? null : route.kind === 'proxy' ? route.proxy.href : route.kind
}

const both = { HTTPS_PROXY: 'http://secure.lan:3128', HTTP_PROXY: 'plain.lan:8080' }

test('no variable means that the environment has no opinion', () => {
  expect(by({}, 'https://a.example/')).toBeNull()
  expect(by({ HTTPS_PROXY: ' ', NO_PROXY: '*' }, 'https://a.example/')).toBeNull()
})

test('REST and WebSocket take the same proxy', () => {
  expect(by(both, 'https://a.example/x')).toBe('http://secure.lan:3128/')
  expect(by(both, 'wss://a.example/x')).toBe('http://secure.lan:3128/')
  expect(by(both, 'http://a.example/x')).toBe('http://plain.lan:8080/')
  expect(by(both, 'ws://a.example/x')).toBe('http://plain.lan:8080/')
  expect(by({ ALL_PROXY: 'http://any.lan:1' }, 'wss://a.example/')).toBe('http://any.lan:1/')
})

test('lower case wins over upper case', () => {
  expect(by({ ...both, https_proxy: 'http://lower.lan:1' }, 'https://a.example/')).toBe('http://lower.lan:1/')
})

test.each([
  ['*', true],
  ['a.example', true],
  ['example', true],
  ['.example', true],
  ['*.example', true],
  ['other.test, a.example', true],
  ['A.EXAMPLE', true],
  ['a.example:443', true],
  ['a.example:8443', false],
  ['xa.example', false],
  ['b.a.example', false],
  ['', false],
])('NO_PROXY=%s excepts a.example: %s', (exceptions, excepted) => {
  expect(by({ ...both, NO_PROXY: exceptions }, 'wss://a.example/ws') === 'direct').toBe(excepted)
})

test('a proxy of a kind we do not speak is not silently gone round', () => {
  expect(routeByEnvironment(new URL('https://a.example'), { https_proxy: 'socks5://u:p@s.lan:1080' })).toEqual({
    kind: 'unusable',
    scheme: 'socks5',
    address: 's.lan:1080',
  })
  expect(by({ https_proxy: 'http://' }, 'https://a.example/')).toBe('unusable')
})

test('of a PAC answer the first usable entry counts', () => {
  expect(routeByPac('DIRECT')).toEqual(direct)
  expect(routeByPac('')).toEqual(direct)
  expect(routeByPac('SOCKS5 s.lan:1; PROXY p.lan:3128; DIRECT')).toEqual({
    kind: 'proxy',
    proxy: new URL('http://p.lan:3128'),
  })
  expect(routeByPac('HTTPS p.lan:443')).toEqual({ kind: 'proxy', proxy: new URL('https://p.lan:443') })
  expect(routeByPac('SOCKS s.lan:1')).toEqual({ kind: 'unusable', scheme: 'SOCKS', address: 's.lan:1' })
})

test('our own machine is recognised', () => {
  expect(
    ['http://127.0.0.1:8100', 'ws://localhost:1', 'http://[::1]:2'].map((url) => isLoopback(new URL(url))),
  ).toEqual([true, true, true])
  expect(isLoopback(new URL('https://127.example/'))).toBe(false)
})
