import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { createFakeLog } from '../engine/test/fake-log.ts'
import { createManualClock } from '../engine/test/manual-clock.ts'
import { catchTheRest } from '../host/uncaught.ts'
import { createTranslate } from '../shared/translate.ts'
import { createLastResort, STOP_WITHIN_MS, type LastResort } from './last-resort.ts'

function open({ stopping = Promise.resolve() }: { readonly stopping?: Promise<void> } = {}) {
  const did: string[] = []
  const clock = createManualClock(0)
  const [log, sideLog] = [createFakeLog(), createFakeLog()]
  const lastResort = createLastResort({
    leaving: { stopAll: () => (did.push('stopped'), stopping) },
    refuse: ({ sentence }, translate) => void did.push(`refused: ${translate(sentence)}`),
    dialog: { showMessageBox: (...given: readonly unknown[]) => answer(given) },
    write: (text) => void did.push(`written: ${text.split('\n')[0] ?? ''}`),
    locale: () => 'bg-BG',
  })

  function answer(given: readonly unknown[]) {
    const { message } = given[0] as { message: string } // the one call there is
    did.push(`told: ${message}`)
    return Promise.resolve({ response: 0, checkboxChecked: false })
  }

  const begin = (): void => lastResort.begun({ clock, log, translate: createTranslate('ru') })
  const start = (): void => {
    const desk = { live: { ports: { log: sideLog } }, flush: () => Promise.resolve(void did.push('desk flushed')) }
    const choices = { flush: () => Promise.resolve(void did.push('choices flushed')) }
    // Of the shell what is used.
    const shell = { desk, choices, voice: { translate: createTranslate('en') } } as unknown
    lastResort.started(shell as Parameters<LastResort['started']>[0])
  }
  return { did, clock, log, sideLog, lastResort, begin, start }
}

/** As the shell is opened: by a promise that nobody else looks after. */
const throwingOpener = (): Promise<never> => Promise.reject(new Error('no package.json'))

it('a start that throws is logged, what was opened is stopped, and the app ends with the reason', async () => {
  const { did, clock, log, lastResort, begin } = open()
  begin()
  await throwingOpener().catch(lastResort.take)
  await clock.settle()
  expect(did).toEqual(['stopped', expect.stringMatching(/^refused: Tidemark не удалось запустить .*no package\.json/)])
  expect(log.lines).toMatchObject([{ level: 'error', fields: { why: expect.stringContaining('no package.json\n') } }])
})

it('does not wait for ever for what was opened', async () => {
  const { did, clock, lastResort, begin } = open({ stopping: new Promise(() => undefined) })
  begin()
  lastResort.take(new Error('broken'))
  await clock.pass(STOP_WITHIN_MS - 1)
  expect(did).toEqual(['stopped'])
  await clock.pass(1)
  expect(did).toHaveLength(2)
})

it('before there is a log the error is written, and told in the system’s language', async () => {
  const { did, clock, lastResort } = open()
  lastResort.take('broken')
  await clock.settle()
  expect(did[0]).toBe('written: Something failed that nobody expected: broken')
  expect(did.at(-1)).toMatch(/^refused: Tidemark не можа да стартира/)
})

it('once started the app goes on: everything is written, and the first error alone is told, in the user’s words', async () => {
  const { did, clock, sideLog, lastResort, begin, start } = open()
  begin()
  start()
  const program = new EventEmitter()
  catchTheRest(program as NodeJS.Process, lastResort.take)
  program.emit('uncaughtException', new Error('broken apiSecret=abcdef'))
  program.emit('unhandledRejection', new Error('again'))
  await clock.settle()
  expect(did).toEqual([
    expect.stringMatching(/^told: Something in Tidemark failed that should not \(broken apiSecret=(?!abcdef)/),
    'desk flushed',
    'choices flushed',
  ])
  expect(sideLog.lines.map(({ level }) => level)).toEqual(['error', 'error'])
  expect(JSON.stringify(sideLog.lines)).not.toContain('abcdef')
})
