import { expect } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import type { Recorded, RecordedItem } from './stand-in/protocol.ts'
import { test } from './support/test.ts'

function itemOf({ menu }: Recorded, ...path: readonly string[]): RecordedItem | undefined {
  const [first, ...rest] = path
  const found = menu?.find(({ label }) => label === first)
  return rest.reduce((item, name) => item?.items.find(({ label }) => label === name), found)
}

const labelsOf = ({ menu }: Recorded): readonly string[] => menu?.map(({ label }) => label) ?? []

test('the menu leads to the tabs, also from the tray', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const frame = frameOf(await app.page())
  for (const tab of ['Markets', 'Alerts', 'System', 'Settings', 'Account']) {
    await app.clickMenuItem('View', tab)
    await expect(frame.content).toHaveAccessibleName(tab)
  }
  await frame.show('Markets')
  await app.clickMenuItem('View', 'Account')
  await expect(frame.content).toHaveAccessibleName('Account')
  await app.closeWindow()
  await app.until('the window is gone', ({ windows }) => windows.every(({ visible }) => !visible))
  await app.clickMenuItem('File', 'Settings…')
  await app.until('the window is back', ({ windows }) => windows.some(({ visible }) => visible))
  await expect(frame.content).toHaveAccessibleName('Settings')
})

test('hides amounts, and follows when the page does', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const { privacy } = frameOf(await app.page())
  const isChecked = (recorded: Recorded) => itemOf(recorded, 'View', 'Hide Amounts')?.checked
  await app.clickMenuItem('View', 'Hide Amounts')
  await expect(privacy).toHaveAccessibleName('Show amounts')
  await app.until('it is checked', (recorded) => isChecked(recorded) === true)
  await privacy.click()
  await app.until('it is not checked', (recorded) => isChecked(recorded) === false)
  await app.clickMenuItem('View', 'Hide Amounts')
  await expect(privacy).toHaveAccessibleName('Show amounts')
})

test('opens pages of ours in the browser, by name', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  await app.page()
  await app.clickMenuItem('Help', 'Report a Problem')
  await app.clickMenuItem('Help', 'Security')
  const { opened } = await app.until('two pages', (recorded) => recorded.opened.length === 2)
  expect(opened).toEqual([
    'https://github.com/tidemark-app/tidemark/issues/new',
    'https://github.com/tidemark-app/tidemark/security/policy',
  ])
})

test('speaks the language of the system, and the one chosen in Settings', async ({ desk }) => {
  const app = await desk.launch({ network: 'none', environment: { TIDEMARK_STAND_IN_LOCALE: 'ru-RU' } })
  test.skip(app.driver !== 'stand-in', 'the real runtime takes its language from the system')
  const page = await app.page()
  expect(labelsOf(await app.recorded())).toEqual(['Файл', 'Правка', 'Вид', 'Окно', 'Справка'])
  await app.clickMenuItem('Файл', 'Настройки…')
  await page.getByLabel(/^(Language|Язык)$/).selectOption('bg')
  await app.until('the menu is Bulgarian', (recorded) => labelsOf(recorded).includes('Редактиране'))
})

test('reloads the page for those who work on it, and for nobody else', async ({ desk }) => {
  test.slow()
  const development = await desk.launch({ network: 'none' })
  test.skip(development.driver !== 'stand-in', 'only the stand-in can say that it is packaged')
  await development.page()
  await development.clickMenuItem('View', 'Reload')
  await frameOf(await development.page()).expectTrusted()
  await development.quit()

  const packaged = await desk.launch({ network: 'none', environment: { TIDEMARK_STAND_IN_PACKAGED: '1' } })
  await packaged.page()
  const view = (await packaged.recorded()).menu?.find(({ label }) => label === 'View')
  const names = view?.items.map(({ label, role }) => `${label} ${role ?? ''}`).join('\n')
  expect(names).toMatch(/Zoom In/)
  expect(names).not.toMatch(/reload|developer|devtools/i)
  const [preferences] = await packaged.preferences()
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, devTools: false })
})
