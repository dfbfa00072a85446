import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LIMITS } from '../shared/frames.ts'
import type { Link } from '../shared/link.ts'

const { ipcMain } = vi.hoisted(() => ({ ipcMain: { current: null as unknown as EventEmitter } }))
vi.mock('electron', () => ({
  get ipcMain() {
    return ipcMain.current
  },
}))
const { acceptLinks } = await import('./electron-link.ts')

beforeEach(() => {
  ipcMain.current = new EventEmitter()
})

const ORIGIN = 'app://main'

function createContents() {
  const mainFrame = { origin: ORIGIN }
  const sent: unknown[] = []
  const members = { mainFrame, isDestroyed: () => false, send: (...values: unknown[]) => sent.push(values) }
  // As much of a page as the link's end uses.
  const contents = Object.assign(new EventEmitter(), members) as unknown as WebContents
  return { contents, mainFrame, sent }
}

function openEnd() {
  const page = createContents()
  const links: Link[] = []
  const heard: string[] = []
  const closed: string[] = []
  const stop = acceptLinks(page.contents, (link) => {
    links.push(link)
    link.onText((text) => heard.push(text))
    link.onClose(() => closed.push('closed'))
  })
  const say = (text: unknown, event: object = {}, channel = 'link') =>
    ipcMain.current.emit(channel, { sender: page.contents, senderFrame: page.mainFrame, ...event }, text)
  return { ...page, links, heard, closed, stop, say }
}

it('hears the main frame of its own window at our origin', () => {
  const { say, heard, links } = openEnd()
  say('hello')
  say('more')
  expect([heard, links.length]).toEqual([['hello', 'more'], 1])
})

describe('is deaf to', () => {
  const other = createContents()

  it.each<[string, object]>([
    ['another window', { sender: other.contents, senderFrame: other.mainFrame }],
    ['another window that shows our frame', { sender: other.contents }],
    ['a frame within the page', { senderFrame: { origin: ORIGIN, parent: {} } }],
    ['a frame of another window', { senderFrame: other.mainFrame }],
    ['a frame that is gone', { senderFrame: null }],
  ])('%s', (_, event) => {
    const { say, heard, links } = openEnd()
    say('hello', event)
    expect([heard, links]).toEqual([[], []])
  })

  it.each([
    'https://evil.example',
    'https://main',
    'app://other',
    'app://main.evil.example',
    'app://main:80',
    'APP://MAIN',
    'file://',
    'null',
    '',
  ])('a page that came from %j', (origin) => {
    const { say, heard, links, mainFrame } = openEnd()
    mainFrame.origin = origin
    say('hello')
    expect([heard, links]).toEqual([[], []])
  })

  it('every other channel', () => {
    const { say, heard, links } = openEnd()
    for (const channel of ['links', 'LINK', '', 'engine', 'ELECTRON_BROWSER_REQUIRE']) say('hello', {}, channel)
    expect([heard, links, ipcMain.current.eventNames()]).toEqual([[], [], ['link']])
  })
})

it('does not let a stranger end a connection', () => {
  const { say, closed } = openEnd()
  say('hello')
  say(null, { senderFrame: { origin: ORIGIN } })
  say({}, { sender: createContents().contents })
  expect(closed).toEqual([])
})

it.each([null, undefined, 1, true, {}, [], ['hello'], new Uint8Array(4), new String('hello'), () => 'hello'])(
  'what is no text, as %j, is never heard and ends the connection',
  (said) => {
    const { say, heard, closed } = openEnd()
    say(said)
    say('hello')
    say(said)
    expect([heard, closed]).toEqual([['hello'], ['closed']])
  },
)

it('hands on one text as one, however long; the engine ends a link for it', () => {
  const { say, heard } = openEnd()
  say('x'.repeat(LIMITS.frameBytes * 64))
  expect(heard.map(({ length }) => length)).toEqual([LIMITS.frameBytes * 64])
})

it.each(['did-navigate', 'render-process-gone', 'destroyed'])('ends with its page: %s', (event) => {
  const { say, closed, contents } = openEnd()
  say('hello')
  ;(contents as unknown as EventEmitter).emit(event)
  expect(closed).toEqual(['closed'])
})

it.each([
  ['is refused', { isSameDocument: false, isMainFrame: true }, ['will-frame-navigate', 'will-navigate']],
  ['stays in the document', { isSameDocument: true, isMainFrame: true }, ['did-navigate-in-page']],
  [
    'is of a frame within',
    { isSameDocument: false, isMainFrame: false },
    ['will-frame-navigate', 'did-frame-navigate'],
  ],
])('outlives a navigation that %s', (_, started, then) => {
  const { say, heard, closed, contents } = openEnd()
  say('hello')
  const events = contents as unknown as EventEmitter
  events.emit('did-start-navigation', started)
  for (const event of then) events.emit(event, { ...started, preventDefault: () => undefined })
  say('more')
  expect([heard, closed]).toEqual([['hello', 'more'], []])
})

it('hears nothing once it was stopped', () => {
  const { say, stop, heard, closed } = openEnd()
  say('hello')
  stop()
  say('more')
  expect([heard, closed, ipcMain.current.listenerCount('link')]).toEqual([['hello'], ['closed'], 0])
})

it('takes the word of a page whose link is closed as soon as it is accepted, as by an engine that is stopped', () => {
  const page = createContents()
  const accepted: Link[] = []
  const stop = acceptLinks(page.contents, (link) => {
    accepted.push(link)
    link.close()
  })
  const say = () => ipcMain.current.emit('link', { sender: page.contents, senderFrame: page.mainFrame }, 'hello')
  expect(say).not.toThrow()
  expect(page.sent).toEqual([['link', null]])
  say()
  expect(accepted).toHaveLength(2)
  stop()
})
