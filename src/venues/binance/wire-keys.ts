import { z } from 'zod'
import { maybeText } from './wire-fields.ts'

/**
 * Flags appear, disappear and are added without notice, so this is an open record.
 * https://developers.binance.com/docs/wallet/account/api-key-permission
 */
export const keyReport = z.record(z.string(), z.unknown())
export type KeyReport = z.infer<typeof keyReport>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Start-User-Data-Stream */
export const issuedListenKey = z.object({ listenKey: z.string().min(1) })

/** Older deployments answer a keep-alive with an empty object. */
export const keptListenKey = z.object({ listenKey: maybeText })
