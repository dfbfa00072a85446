import { pino, type Logger } from 'pino'
import type { Log, LogFields } from '../engine/ports/log.ts'
import { humanLine } from './log/human-line.ts'
import { createKnownSecrets } from './log/known-secrets.ts'
import { redactNamed } from './log/named-secrets.ts'
import { createRotatingFile } from './log/rotating-file.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface LogOptions {
  readonly level: LogLevel
  /** How lines look on the terminal; the file always has JSON. */
  readonly form: 'human' | 'json'
  /** Null writes no file. */
  readonly file: string | null
  /** Where the terminal's lines go; null shows none. */
  readonly terminal: ((text: string) => void) | null
}

export interface NodeLog extends Log {
  /** Registers a text that is replaced wherever it would appear. */
  readonly hide: (secret: string) => void
  readonly close: () => void
}

const FILE_BYTES = 5 * 1024 * 1024
const FILES_KEPT = 5

/** Every line passes both redactions as finished text, so no path around them exists. */
export function createNodeLog({ level, form, file, terminal }: LogOptions): NodeLog {
  const secrets = createKnownSecrets()
  const disk = file === null ? null : createRotatingFile({ file, bytes: FILE_BYTES, kept: FILES_KEPT })

  function write(line: string): void {
    const safe = secrets.redact(redactNamed(line))
    disk?.write(safe)
    terminal?.(form === 'json' ? safe : humanLine(safe))
  }

  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  )
  return { ...over(logger), hide: secrets.add, close: () => disk?.close() }
}

function over(logger: Logger): Log {
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
    with: (fields: LogFields) => over(logger.child(fields)),
  }
}
