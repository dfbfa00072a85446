import type { Ask, Report } from './pages.ts'
import { signedRead } from './reads.ts'
import { keyInfo } from './wire-rest.ts'

/** Whose account it is stands only in what the exchange says of the key. */
export const identityAsk: Ask = { read: signedRead('/v5/user/query-api'), shape: 'object', needed: 'if-possible' }

/** The user id, the same for every key of one account. */
export function identityOf(report: Report | undefined): string | null {
  const key = keyInfo.safeParse(report?.rows[0])
  const id = key.success ? (key.data.userID ?? null) : null
  return id === null || id === 0 || id === '' || id === '0' ? null : String(id)
}
