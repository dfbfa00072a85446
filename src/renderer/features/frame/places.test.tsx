// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { DesktopRow, WantedPlace } from '../../../shared/desktop-rows.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show, type FakePage } from '../../test/fake-page.tsx'
import { btc, main, NOW } from '../../test/rows.ts'
import { useShowing } from './use-showing.ts'
import { useWantedPlace } from './use-wanted-place.ts'

prepareDom()

function Places() {
  useWantedPlace()
  useShowing()
  return null
}

const desktop: DesktopRow = {
  startAtLogin: false,
  startHidden: false,
  closeToTray: true,
  checkForUpdates: true,
  notices: { alert: 'on', fill: 'on', connection: 'silent', account: 'on', program: 'on' },
  quietHours: null,
  pausedUntil: null,
  loginProblem: null,
  trayProblem: null,
  noticeProblem: null,
}

function open(rows: Readonly<Record<string, DesktopRow>>): FakePage {
  const fake = settled()
  fake.feed('desktop.state', rows)
  fake.feed('desktop.wanted', {})
  show(fake, <Places />)
  return fake
}

function want(fake: FakePage, number: number, over: Partial<WantedPlace> = {}): void {
  const wanted = { tab: 'markets', account: null, instrument: null, number, at: NOW, ...over } as const
  fake.patch('desktop.wanted', { wanted })
}

const view = (fake: FakePage) => fake.page.view.getState()

it('goes where it is asked to, and keeps what is not named', () => {
  const fake = open({ desktop })
  want(fake, 1, { account: main, instrument: btc })
  expect(view(fake)).toMatchObject({ tab: 'markets', account: main, instrument: btc })
  want(fake, 2, { tab: 'system' })
  expect(view(fake)).toMatchObject({ tab: 'system', account: main, instrument: btc })
  want(fake, 3, { tab: 'account', account: 'all' })
  expect(view(fake)).toMatchObject({ tab: 'account', account: 'all', instrument: btc })
})

it('follows a request once, also when the same one is told again', () => {
  const fake = open({ desktop })
  want(fake, 4)
  act(() => fake.page.view.setState({ tab: 'settings' }))
  fake.feed('desktop.wanted', {})
  want(fake, 4)
  want(fake, 4, { at: NOW + 1 })
  expect(view(fake).tab).toBe('settings')
})

it('tells what it shows, at first and after each change', () => {
  const fake = open({ desktop })
  act(() => fake.page.view.setState({ tab: 'markets', instrument: btc }))
  act(() => fake.page.view.setState({ palette: 'open' }))
  expect(fake.asked).toEqual([
    { path: 'desktop.showing', input: { tab: 'account', account: 'all', instrument: null } },
    { path: 'desktop.showing', input: { tab: 'markets', account: 'all', instrument: btc } },
  ])
})

it('tells nothing in a browser, where nobody listens', () => {
  const fake = open({})
  act(() => fake.page.view.setState({ tab: 'system' }))
  expect(fake.asked).toEqual([])
})
