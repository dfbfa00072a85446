import type { Result } from '../../shared/result.ts'

/** Secrets that are not an exchange's keys: bot tokens, passwords, addresses. Kept where keys are kept. */
export interface Secrets {
  keep(name: string, secret: string): Promise<Result<null>>
  /** Null where there is none of this name. */
  read(name: string): Promise<Result<string | null>>
  drop(name: string): Promise<Result<null>>
}
