// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { webNotice } from '../../test/alert-rows.ts'
import { btc } from '../../test/rows.ts'
import { createNoticeDesk } from './notice-desk.ts'

interface Shown {
  readonly title: string
  readonly options: NotificationOptions
  onclick: (() => void) | null
  close(): void
}

afterEach(() => vi.unstubAllGlobals())

/** A browser with this permission, and the locks that all its pages share. */
function browser(permission: NotificationPermission, fails = false) {
  const shown: Shown[] = []
  function Notification(title: string, options: NotificationOptions): Shown {
    if (fails) throw new TypeError('Illegal constructor')
    const notice = { title, options, onclick: null, close: vi.fn() }
    shown.push(notice)
    return notice
  }
  vi.stubGlobal('Notification', Object.assign(Notification, { permission }))
  const held = new Set<string>()
  const request = async (name: string, _: object, run: (lock: object | null) => Promise<void>) => {
    if (held.has(name)) return run(null)
    held.add(name)
    await run({})
    held.delete(name)
  }
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
  Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { hasBeenActive: false } })
  return shown
}

function page() {
  const [answer, show] = [vi.fn(), vi.fn()]
  return { answer, show, desk: createNoticeDesk({ answer, show }) }
}

it('shows a notice once, whatever else changes, and says so', () => {
  const shown = browser('granted')
  const { desk, answer } = page()
  desk.look([webNotice()])
  desk.look([webNotice(), webNotice({ notice: 'n2', title: 'Another' })])
  expect(shown.map(({ title }) => title)).toEqual(['BTCUSDT rose to 97,000 or above.', 'Another'])
  expect(answer.mock.calls).toEqual([
    ['n1', 'shown'],
    ['n2', 'shown'],
  ])
})

it('shows it again when it comes again', () => {
  const shown = browser('granted')
  Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined })
  const { desk } = page()
  desk.look([webNotice()])
  desk.look([])
  desk.look([webNotice()])
  expect(shown).toHaveLength(2)
})

it('is shown by one of the pages that are open', () => {
  const shown = browser('granted')
  const [first, second] = [page(), page()]
  first.desk.look([webNotice()])
  second.desk.look([webNotice()])
  expect(shown).toHaveLength(1)
  expect([first.answer.mock.calls.length, second.answer.mock.calls.length]).toEqual([1, 0])
})

it('goes to its place when it is clicked', () => {
  const shown = browser('granted')
  const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined)
  const { desk, show } = page()
  desk.look([webNotice()])
  shown[0]?.onclick?.()
  expect(focus).toHaveBeenCalled()
  expect(show).toHaveBeenCalledWith({ tab: 'markets', instrument: btc })
  expect(shown[0]?.close).toHaveBeenCalled()
})

it('is silent when it is meant to be, and stays until it is seen when it is critical', () => {
  const shown = browser('granted')
  const { desk } = page()
  desk.look([webNotice({ loudness: 'silent' }), webNotice({ notice: 'n2', severity: 'critical' })])
  expect(shown.map(({ options }) => [options.silent, options.requireInteraction])).toEqual([
    [true, false],
    [false, true],
  ])
})

it.each([
  ['denied', 'denied', false],
  ['granted', 'failed', true],
] as const)('says why nothing was shown: %s and %s', (permission, outcome, fails) => {
  browser(permission, fails)
  const { desk, answer } = page()
  desk.look([webNotice()])
  expect(answer.mock.calls).toEqual([['n1', outcome]])
})

it('waits as long as the browser was not asked, and shows it once it was', () => {
  const undecided = browser('default')
  const { desk, answer } = page()
  desk.look([webNotice()])
  expect([undecided.length, answer.mock.calls.length]).toEqual([0, 0])
  const shown = browser('granted')
  desk.look([webNotice()])
  expect(shown).toHaveLength(1)
})
