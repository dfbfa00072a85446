import { expect, it } from 'vitest'
import { ok } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'
import { createFakeChoices } from './test/fake-choices.ts'
import { createDesktopPort, type DesktopPortParts } from './desktop-port.ts'
import { createPlaces } from './places.ts'

function open() {
  const choices = createFakeChoices()
  const opened: string[] = []
  // Passed on as they are.
  const updates = {} as DesktopPortParts['updates']
  const openLink = (link: string) => {
    opened.push(link)
    return Promise.resolve(ok(null))
  }
  const places = createPlaces({ now: () => 0 })
  return { ...createDesktopPort({ choices, places, updates, openLink }), choices, opened, places }
}

it('shows the choices as one row, at once and after each change', async () => {
  const { port, choices } = open()
  expect([...port.state.rows()]).toEqual([
    ['desktop', { ...choices.current(), loginProblem: null, trayProblem: null, noticeProblem: null }],
  ])
  const keys: string[] = []
  port.state.onChange((key) => keys.push(key))
  await port.change({ closeToTray: false })
  expect([port.state.get('desktop')?.closeToTray, keys]).toEqual([false, ['desktop']])
})

it('shows what this computer cannot do, until it can', () => {
  const { port, problems } = open()
  const none = sentence('desktop.no-tray')
  problems.set('tray', none)
  problems.set('login', sentence('desktop.login-refused'))
  expect(port.state.get('desktop')).toMatchObject({ trayProblem: none, noticeProblem: null })
  expect(problems.get('tray')).toEqual(none)
  problems.set('tray', null)
  expect(port.state.get('desktop')).toMatchObject({
    trayProblem: null,
    loginProblem: { id: 'desktop.login-refused' },
  })
})

it('hands on where the page is and what it wants opened', async () => {
  const { port, opened, places } = open()
  port.showing({ tab: 'system', account: null, instrument: null })
  expect(places.shown()?.tab).toBe('system')
  await port.openLink('manual')
  expect(opened).toEqual(['manual'])
})
