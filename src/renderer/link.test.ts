// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLink, takeToken } from './link.ts'

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

it('takes the token out of the address and keeps it for this tab', () => {
  history.replaceState(null, '', '/?a=1#token=abc-123_X')
  expect(takeToken()).toBe('abc-123_X')
  expect(location.href).not.toContain('abc-123_X')
  expect(location.search).toBe('?a=1')
  expect(takeToken()).toBe('abc-123_X')
  expect(localStorage.length).toBe(0)
})

it('has no token where none was given, and leaves other fragments alone', () => {
  history.replaceState(null, '', '/#elsewhere')
  expect(takeToken()).toBeNull()
  expect(location.hash).toBe('#elsewhere')
})

it('prefers a newer token to the one it keeps', () => {
  sessionStorage.setItem('tidemark-token', 'old')
  history.replaceState(null, '', '/#token=new')
  expect(takeToken()).toBe('new')
})

function stubSocket() {
  const made: (EventTarget & { url: string; readyState: number; sent: string[] })[] = []
  function FakeSocket(url: string) {
    const socket = Object.assign(new EventTarget(), { url, readyState: 0, sent: [] as string[], close() {} })
    made.push(socket)
    return Object.assign(socket, { send: (text: string) => socket.sent.push(text) })
  }
  vi.stubGlobal('WebSocket', Object.assign(FakeSocket, { CONNECTING: 0, OPEN: 1 }))
  return made
}

it('dials the server the page came from, and sends what was said before the line stood', () => {
  const made = stubSocket()
  const link = openLink()
  const socket = made[0]!
  expect(socket.url).toBe(`ws://${location.host}/link`)
  const heard: string[] = []
  link.onText((text) => heard.push(text))
  link.send('early')
  expect(socket.sent).toEqual([])
  socket.readyState = 1
  socket.dispatchEvent(new Event('open'))
  link.send('later')
  socket.dispatchEvent(new MessageEvent('message', { data: 'hello' }))
  expect([socket.sent, heard]).toEqual([['early', 'later'], ['hello']])
})

it('uses the desktop bridge where there is one', () => {
  const bridge = { send() {}, onText: () => () => undefined, onClose: () => () => undefined, close() {} }
  vi.stubGlobal('engineLink', bridge)
  expect(openLink()).toBe(bridge)
})
