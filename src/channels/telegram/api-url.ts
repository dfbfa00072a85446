import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { readAddress } from '../http/address.ts'

const OFFICIAL = 'https://api.telegram.org'

/**
 * Where the Bot API is: Telegram's own, or what TIDEMARK_TELEGRAM_API_URL names. The token travels in the path, so
 * unencrypted addresses are accepted on this computer only. Without a slash at the end.
 */
export function readTelegramApiUrl(override: string | undefined): Result<string> {
  if (override === undefined || override.trim() === '') return ok(OFFICIAL)
  const read = readAddress(override, 'loopback')
  if (!read.ok || read.address.authorization !== null || read.address.url.includes('?')) {
    return fail({ code: 'invalid', sentence: sentence('telegram.api-url') })
  }
  return ok(read.address.url.replace(/\/+$/, ''))
}
