import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createMemoryLog } from '../test/memory-log.ts'
import { START, fill, main, reading } from '../test/rows.ts'
import { tempFolder } from '../test/temp-folder.ts'
import { openWriter } from './database.ts'
import { createTimed } from './timed.ts'
import type { Write } from './write.ts'
import { createWriter } from './writer.ts'

const fillWrite = (n: number): Write => ({ kind: 'fill', row: fill({ fill: `f${n}` }) })
const proof: Write = { kind: 'coverage', history: { account: main, list: 'fills' }, stretch: { from: 0, to: 9 } }

/** A writer whose disk can be switched off and whose writes are only noted. */
function writerWith(mostPending: number) {
  const db = openWriter(join(tempFolder(), 'tidemark.db'))
  onTestFinished(() => void db.close())
  const clock = createManualClock(START)
  const log = createMemoryLog()
  const disk = { full: false, written: [] as Write[] }
  const apply = (write: Write) => {
    if (disk.full) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    disk.written.push(write)
  }
  const ports = { db, clock, log, apply, file: 'x.db', problem: () => undefined, mostPending }
  return { writer: createWriter({ ...ports, timed: createTimed(clock, log) }), disk, clock, log }
}

test('writes reach the disk in the order they were handed in', () => {
  const { writer, disk, clock } = writerWith(100)
  const writes = [fillWrite(1), proof, fillWrite(2)]
  for (const write of writes) writer.append([write])
  clock.advance(1000)
  expect(disk.written).toEqual(writes)
})

test('a large back-fill is written in parts, in order', () => {
  const { writer, disk, clock } = writerWith(5000)
  const writes = Array.from({ length: 2500 }, (_, n) => fillWrite(n))
  writer.append(writes)
  clock.advance(1000)
  expect(disk.written).toHaveLength(1000)
  clock.advance(1000)
  expect(disk.written).toEqual(writes)
  expect(clock.waiting).toBe(0)
})

test('an account that lost facts to a full disk is not proven complete, then or later', () => {
  const { writer, disk } = writerWith(3)
  disk.full = true
  writer.append([fillWrite(1), fillWrite(2), proof])
  writer.append([fillWrite(3), { kind: 'equity', reading: reading(START, '1') }])
  disk.full = false
  writer.append([proof])
  expect(writer.drain().ok).toBe(true)
  expect(disk.written).toEqual([fillWrite(2), fillWrite(3)])
})

test('a stopped writer leaves no timer, and what waits can still be drained', () => {
  const { writer, disk, clock } = writerWith(100)
  writer.append([fillWrite(1)])
  writer.stop()
  expect(clock.waiting).toBe(0)
  writer.drain()
  expect(disk.written).toEqual([fillWrite(1)])
})

test('a slow statement is logged by name, a quick one is not', () => {
  const { clock, log } = writerWith(1)
  const timed = createTimed(clock, log)
  timed('quick read', () => clock.advance(40))
  timed('slow read', () => clock.advance(41))
  expect(log.lines).toEqual([{ level: 'warn', message: 'slow statement', fields: { what: 'slow read', ms: 41 } }])
})
