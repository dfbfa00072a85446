import { readFile } from 'node:fs/promises'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import { replaceFile } from '../atomic-file.ts'
import { decodeSealed, encodeSealed, type Sealed } from './sealed-file.ts'

/** The vault's file on disk: read whole, replaced whole, and left alone when anything is wrong with it. */
export interface SealedStore {
  /** Null when there is no file yet. */
  read(): Promise<Result<Sealed | null>>
  replace(sealed: Omit<Sealed, 'sum'>): Promise<Result<null>>
}

export function createSealedStore(file: string): SealedStore {
  const failed = (error: unknown) => fail(vaultProblem('vault.file-failed', file, { reason: codeOf(error) }))
  return {
    read: async () => {
      try {
        return decoded(await readFile(file, 'utf8'), file)
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? ok(null) : failed(error)
      }
    },
    replace: async (sealed) => {
      try {
        await replaceFile(file, encodeSealed(sealed))
        return ok(null)
      } catch (error) {
        return failed(error)
      }
    },
  }
}

export function vaultProblem(id: SentenceKey, file: string, values: Readonly<Record<string, string>> = {}): Failure {
  return { code: 'unavailable', sentence: sentence(id, { file, ...values }), terminal: true }
}

function decoded(text: string, file: string): Result<Sealed> {
  const opened = decodeSealed(text)
  switch (opened.kind) {
    case 'sealed':
      return ok(opened.sealed)
    case 'newer':
      return fail(vaultProblem('vault.newer', file))
    case 'damaged':
      return fail(vaultProblem('vault.damaged', file, { reason: opened.reason }))
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
