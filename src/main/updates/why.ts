import { sentence, type Sentence, type SentenceKey } from '../../shared/sentence.ts'

/**
 * How the updater, Node and Chromium name their failures, and what each means to a person. The first that fits
 * counts: the updater wraps what the network said into words of its own.
 */
const MEANINGS: readonly (readonly [pattern: RegExp, id: SentenceKey])[] = [
  [/ERR_CHECKSUM_MISMATCH|ERR_UPDATER_NO_CHECKSUM|checksum mismatch/, 'update.damaged'],
  [/ERR_UPDATER_INVALID_SIGNATURE|code signature/i, 'update.unsigned'],
  [/ENOSPC|ERR_FILE_NO_SPACE/, 'update.disk-full'],
  [/EACCES|EPERM|EROFS|ERR_ACCESS_DENIED/, 'update.not-writable'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN/, 'update.offline'],
  [/ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/, 'update.offline'],
  [/ERR_ADDRESS_UNREACHABLE|ERR_PROXY|ERR_TUNNEL/, 'update.offline'],
  [/ERR_CERT|CERT_|SELF_SIGNED|ERR_SSL|ERR_TLS/, 'update.not-trusted'],
  [/ECONNRESET|EPIPE|ETIMEDOUT|ERR_CONNECTION|ERR_NETWORK|ERR_TIMED_OUT/, 'update.interrupted'],
  [/ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE|aborted|timed out/, 'update.interrupted'],
  [/ERR_UPDATER_CHANNEL_FILE_NOT_FOUND/, 'update.no-list'],
  [/HTTP_ERROR_\d|, status \d|HttpError: \d/, 'update.refused'],
  [/ERR_UPDATER_LATEST_VERSION_NOT_FOUND|ERR_UPDATER_NO_PUBLISHED/, 'update.no-list'],
  [/ERR_UPDATER_(?:INVALID|NO_FILES|ZIP_FILE|UNSUPPORTED|WEB_INSTALLER)|TypeError/, 'update.garbled'],
]

/** Why a check, a download or an installation came to nothing. */
export function explain(error: unknown): Sentence {
  const said = describe(error)
  const id = MEANINGS.find(([pattern]) => pattern.test(said))?.[1] ?? 'update.failed'
  return id === 'update.refused' ? sentence(id, { status: /\d{3}/.exec(said)?.[0] ?? '' }) : sentence(id)
}

/** The code and the first line, without addresses: what follows is the server's own text, which may say anything. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 400)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const line = error.message.split('\n', 1)[0] ?? ''
  return `${code} ${error.name}: ${line.replace(/https?:\/\/[^\s"')]+/g, '')}`.slice(0, 400)
}
