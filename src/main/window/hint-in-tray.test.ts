import { expect, it } from 'vitest'
import type { Sentence } from '../../shared/sentence.ts'
import { createFakeChoices } from '../test/fake-choices.ts'
import { hintInTray } from './hint-in-tray.ts'

it('says once, ever, that closing did not end the app', () => {
  const hides = new Set<() => void>()
  const said: Sentence[] = []
  const stops: (() => unknown)[] = []
  const window = {
    onHidden: (take: () => void) => {
      hides.add(take)
      return () => void hides.delete(take)
    },
  }
  const leaving = { onStop: (stop: () => unknown) => void stops.push(stop) }
  const shell = { choices: createFakeChoices(), window, leaving } as unknown // only these of the three are used
  hintInTray(shell as Parameters<typeof hintInTray>[0], (hint) => said.push(hint))
  for (const hide of [...hides, ...hides]) hide()
  expect(said.map(({ id }) => id)).toEqual(['desktop.in-tray'])
  stops.forEach((stop) => stop())
  expect(hides.size).toBe(0)
})
