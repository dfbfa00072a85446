import { createHmac } from 'node:crypto'

/**
 * What proves that a POST is ours and when it was made: HMAC-SHA256, in hexadecimal, over timestamp, a full stop and
 * the body as sent. The timestamp is in epoch milliseconds. A receiver computes the same, compares in constant time,
 * and refuses old timestamps.
 */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex')}`
}
