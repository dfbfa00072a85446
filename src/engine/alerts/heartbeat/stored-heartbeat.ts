import { z } from 'zod'
import { heartbeatRow } from '../../../shared/alert-rows.ts'

const { host, everyMs, allClearAt } = heartbeatRow.shape
const storedHeartbeat = z.strictObject({ enabled: z.boolean(), host, everyMs, allClearAt })

/** What is kept of the heartbeat beside its address, which is a secret. */
export type StoredHeartbeat = z.infer<typeof storedHeartbeat>

const OFF: StoredHeartbeat = { enabled: false, host: '', everyMs: 300_000, allClearAt: null }

export function readHeartbeat(stored: unknown): StoredHeartbeat {
  const read = storedHeartbeat.safeParse(stored)
  return read.success ? read.data : OFF
}
