import { expect, it } from 'vitest'
import { requireSandbox } from './require-sandbox.ts'

const startedWith = (isPackaged: boolean, ...switches: readonly string[]) =>
  requireSandbox({ isPackaged, commandLine: { hasSwitch: (name) => switches.includes(name) } })

it('lets no installed app run without the sandbox', () => {
  expect(startedWith(true, 'no-sandbox')).toMatchObject({
    ok: false,
    failure: { sentence: { id: 'desktop.no-sandbox' } },
  })
})

it.each([
  ['an installed app in it', true, []],
  ['an installed app with other switches', true, ['lang', 'no-proxy-server']],
  ['the app run from its sources, as on machines that test it', false, ['no-sandbox']],
] as const)('lets %s run', (_, isPackaged, switches) => {
  expect(startedWith(isPackaged, ...switches)).toEqual({ ok: true, value: null })
})
