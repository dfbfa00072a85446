import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { APPLICATION_ID, openReader, type Db } from './database.ts'
import { openFailure } from './sqlite-trouble.ts'

/** Bytes of the SQLite header we read: magic, user version at 60, application id at 68. */
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

export type Found = { readonly kind: 'nothing' } | { readonly kind: 'ours'; readonly version: number }

/**
 * Looks at a database file without changing a byte of it, so that a damaged, foreign or newer file can be refused
 * and left as it is. `known` is the newest format this version reads.
 */
export function probe(file: string, known: number): Result<Found> {
  try {
    const header = readHeader(file)
    if (header === null || header.length === 0) return ok({ kind: 'nothing' })
    // SQLite would quietly open a file it may not write for reading alone.
    accessSync(file, constants.R_OK | constants.W_OK)
    return readable(header) ? look(file, known) : unreadable(file, 'not a database')
  } catch (error) {
    return fail(openFailure(error, file))
  }
}

/** Null when there is no file yet. */
function readHeader(file: string): Buffer | null {
  try {
    const descriptor = openSync(file, 'r')
    const bytes = Buffer.alloc(HEADER_BYTES)
    const length = readSync(descriptor, bytes, 0, HEADER_BYTES, 0)
    closeSync(descriptor)
    return bytes.subarray(0, length)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function readable(header: Buffer): boolean {
  return header.length === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC
}

function look(file: string, known: number): Result<Found> {
  const db = openReader(file)
  try {
    return judge(db, file, known)
  } finally {
    db.close()
  }
}

function judge(db: Db, file: string, known: number): Result<Found> {
  const version = number(db, 'user_version')
  const owner = number(db, 'application_id')
  if (owner === 0 && version === 0 && isEmpty(db)) return ok({ kind: 'nothing' })
  if (owner !== APPLICATION_ID) return unreadable(file, 'made by another program')
  if (version > known) return fail(newer(file, version, known))
  const verdict = String(db.pragma('quick_check(1)', { simple: true }))
  return verdict === 'ok'
    ? ok({ kind: 'ours', version })
    : unreadable(file, verdict.replaceAll('\n', ' ').slice(0, 200))
}

function number(db: Db, pragma: string): number {
  return Number(db.pragma(pragma, { simple: true }))
}

/** A kill between creating the file and its first migration leaves a header and nothing else. */
function isEmpty(db: Db): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
}

function unreadable(file: string, reason: string): Result<never> {
  return fail({ code: 'unavailable', sentence: sentence('store.unreadable', { file, reason }), terminal: true })
}

function newer(file: string, found: number, known: number): Failure {
  const values = { file, found: String(found), known: String(known) }
  return { code: 'unavailable', sentence: sentence('store.newer', values), terminal: true }
}
