import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createNodeLog, type LogOptions } from './log.ts'
import { createRotatingFile } from './log/rotating-file.ts'
import { tempFolder } from './test/temp-folder.ts'

const CANARY = 'canaryCANARY0123456789'

function logWith(options: Partial<LogOptions>) {
  const shown: string[] = []
  const file = join(tempFolder(), 'tidemark.log')
  const log = createNodeLog({ level: 'info', form: 'json', file, terminal: (text) => shown.push(text), ...options })
  onTestFinished(() => log.close())
  return { log, shown, written: () => readFileSync(file, 'utf8'), file }
}

test('a line carries its time, level, message and fields, those of the log above included', () => {
  const { log, shown, written } = logWith({})
  log.with({ account: 'a1' }).with({ stream: 'Main private' }).warn('stream is silent', { ageMs: 15000 })
  const line = JSON.parse(written())
  expect(line).toMatchObject({
    level: 'warn',
    msg: 'stream is silent',
    account: 'a1',
    stream: 'Main private',
    ageMs: 15000,
  })
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(shown.join('')).toBe(written())
})

test('the human form is one readable line, and lines below the level are left out', () => {
  const { log, shown } = logWith({ form: 'human' })
  log.debug('noise')
  log.info('engine started', { mode: 'demo', port: 8000 })
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} info {2}engine started {2}mode="demo" {2}port=8000\n$/)
})

test('fields named like the line’s own parts do not break it', () => {
  const { log, shown } = logWith({ form: 'human' })
  log.info('odd', { time: 5, level: 7, msg: 'inner' })
  expect(shown).toHaveLength(1)
})

test('a canary secret appears in neither form, by name, by value, or inside a message', () => {
  const { log, shown, written } = logWith({ form: 'human' })
  log.hide(CANARY)
  log.error(`refused: ${CANARY}`, { apiSecret: 'named', url: `https://x/?signature=${CANARY}abc`, note: CANARY })
  log.with({ harmless: `prefix-${CANARY}-suffix` }).info('child')
  const everything = written() + shown.join('')
  expect(everything).not.toContain(CANARY)
  expect(everything).not.toContain('named"')
  expect(everything).toContain('child')
})

test('a full file is set aside and only so many are kept, readable by their owner alone', () => {
  const file = join(tempFolder(), 'a.log')
  const rotating = createRotatingFile({ file, bytes: 100, kept: 2 })
  for (let line = 0; line < 60; line += 1) rotating.write(`line ${line} of the log\n`)
  rotating.close()
  expect(readdirSync(join(file, '..')).filter((name) => name !== 'a.log')).toEqual(['a.log.1', 'a.log.2'])
  const kept = ['.2', '.1', ''].map((end) => (existsSync(file + end) ? readFileSync(file + end, 'utf8') : ''))
  expect(kept.join('').trim().split('\n').at(-1)).toBe('line 59 of the log')
  expect(statSync(`${file}.1`).mode & 0o077).toBe(0)
})

test('a log that cannot be written does not stop the program', () => {
  const file = join(tempFolder(), 'nowhere', 'a.log')
  const { log, shown } = logWith({ file })
  log.info('still here')
  expect(shown).toHaveLength(1)
  expect(existsSync(file)).toBe(false)
})
