import { expect, it } from 'vitest'
import { createFakeChoices } from '../test/fake-choices.ts'
import { desktopRow, NOW } from '../test/samples.ts'
import { createSpeech } from '../words/speech.ts'
import { sayInTray } from './in-tray-notice.ts'
import { createStage } from './test/stage.ts'

function open(system: 'works' | 'fails' = 'works') {
  const stage = createStage({ system })
  const choices = createFakeChoices()
  const { tell } = stage.start()
  const close = () => sayInTray(choices, tell, NOW, createSpeech('en', 'UTC', 'shown'))
  return { ...stage, choices, close }
}

it('is said once, also while the system still calls the window focused', async () => {
  const { system, user, close } = open()
  user.eyesOn = { tab: 'account', account: 'all', instrument: null }
  await close()
  await close()
  expect(system.titles()).toEqual(['Tidemark keeps watching'])
})

it('is said the next time where a pause held it back', async () => {
  const { system, user, choices, close } = open()
  user.choices = desktopRow({ pausedUntil: NOW + 1 })
  await close()
  expect([system.titles(), choices.wasSaid('in-tray')]).toEqual([[], false])
  user.choices = desktopRow()
  await close()
  expect([system.titles(), choices.wasSaid('in-tray')]).toEqual([['Tidemark keeps watching'], true])
})

it('was not said where the system refused it', async () => {
  const { choices, close } = open('fails')
  await close()
  expect(choices.wasSaid('in-tray')).toBe(false)
})
