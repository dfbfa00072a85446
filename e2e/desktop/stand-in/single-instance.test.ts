import { expect, it } from 'vitest'
import { startScript, testFolder } from './test/fake-parent.ts'

const SCRIPT = `
  import { app, dialog } from 'electron'
  const isFirst = app.requestSingleInstanceLock({ from: 'test' })
  app.on('second-instance', (_, args, folder, data) => dialog.showErrorBox('second', JSON.stringify({ args, folder, data })))
  app.whenReady().then(() => {
    dialog.showErrorBox('lock', String(isFirst))
    if (!isFirst) app.quit()
  })
`

it('gives the lock to one process, and tells it of the other’s launch', async () => {
  const folder = testFolder()
  const first = startScript(SCRIPT, { folder })
  await first.recorded(({ dialogs }) => dialogs[0]?.text === 'true')
  const second = startScript(SCRIPT, { folder, args: ['--place', 'settings'] })
  await second.recorded(({ dialogs }) => dialogs[0]?.text === 'false')
  expect(await second.ended).toBe(0)
  const { dialogs } = await first.recorded((recorded) => recorded.dialogs.length === 2)
  const told = JSON.parse(dialogs[1]?.text ?? '') as { args: string[]; folder: string; data: unknown }
  expect(told.args.slice(-2)).toEqual(['--place', 'settings'])
  expect(told.data).toEqual({ from: 'test' })
  expect(told.folder).toBe(process.cwd())
})

it('gives the lock to two that keep different data', async () => {
  const mains = [startScript(SCRIPT), startScript(SCRIPT)]
  for (const main of mains) await main.recorded(({ dialogs }) => dialogs[0]?.text === 'true')
  expect(mains).toHaveLength(2)
})

it('takes over the lock of one that was killed, and of one that ended', async () => {
  const folder = testFolder()
  const killed = startScript(SCRIPT, { folder })
  await killed.recorded(({ dialogs }) => dialogs[0]?.text === 'true')
  killed.kill('SIGKILL')
  await killed.ended
  const next = startScript(SCRIPT, { folder })
  await next.recorded(({ dialogs }) => dialogs[0]?.text === 'true')
  await next.act({ do: 'second-launch', arguments: ['again'] })
  await next.recorded(({ dialogs }) => dialogs[1]?.text.includes('again') === true)
  next.tell({ kind: 'act', request: 99, act: { do: 'quit' } })
  await next.ended
  const last = startScript(SCRIPT, { folder })
  await last.recorded(({ dialogs }) => dialogs[0]?.text === 'true')
})
