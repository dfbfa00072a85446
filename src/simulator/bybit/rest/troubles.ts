import { assertNever } from '../../../shared/result.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Answer } from '../../face.ts'
import type { RestTrouble } from '../../faults.ts'
import { error } from './reply.ts'
import { forbiddenPage, json, tooFrequent } from './respond.ts'

const MESSAGES: Readonly<Record<number, string>> = {
  10000: 'Server Timeout',
  10002: 'invalid request, please check your server timestamp or recv_window param.',
  10003: 'API key is invalid.',
  10004: 'error sign!',
  10005: 'Permission denied, please check your API key permissions.',
  10006: 'Too many visits. Exceeded the API Rate Limit.',
  10007: 'User authentication failed.',
  10009: 'The service is not available in your region.',
  10010: "Unmatched IP, please check your API key's bound IP addresses.",
  10016: 'Server error.',
  10028: 'The API can only be accessed by unified account users.',
  33004: 'Your api key has expired.',
}

/** A trouble somebody asked for, worded as this exchange words it. */
export function troubleAnswer(trouble: RestTrouble, now: Time): Answer {
  switch (trouble.kind) {
    case 'code':
      return json(200, error(trouble.code, trouble.message ?? MESSAGES[trouble.code] ?? 'Server error.'), now)
    case 'html':
      return forbiddenPage(trouble.status)
    case 'status':
      return trouble.status === 403 ? tooFrequent() : plain(trouble.status)
    default:
      return assertNever(trouble)
  }
}

function plain(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/plain' },
    body: status === 429 ? 'Too Many Requests' : 'Unavailable',
  }
}
