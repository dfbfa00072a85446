import type { Call, Contract, Live } from '../../shared/contract.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { z } from 'zod'

export interface Entry<Kind extends Call | Live> {
  readonly group: string
  readonly name: string
  readonly entry: Kind
}

/** Finds `group.name` in a contract by its own properties only, so that no inherited name can be reached. */
export function findEntry<Kind extends 'call' | 'live'>(
  contract: Contract,
  path: string,
  kind: Kind,
): Result<Entry<Extract<Call | Live, { kind: Kind }>>> {
  const [group = '', name = '', ...rest] = path.split('.')
  const entries = Object.hasOwn(contract, group) ? contract[group] : undefined
  const entry = entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined
  if (entry === undefined || entry.kind !== kind || rest.length > 0) return fail(invalid('path', 'unknown'))
  // The kind was compared on the line above; TypeScript cannot carry that into the generic.
  return ok({ group, name, entry: entry as Extract<Call | Live, { kind: Kind }> })
}

/** The first thing wrong with an input, as a sentence that names the field. */
export function badInput(error: z.ZodError): Failure {
  const issue = error.issues[0]
  return invalid(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'invalid')
}

function invalid(field: string, problem: string): Failure {
  return {
    code: 'invalid',
    field,
    sentence: sentence('input.invalid', { field: field === '' ? 'input' : field, problem }),
  }
}
