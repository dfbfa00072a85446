import type { Log, LogFields } from '../ports/log.ts'

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
  readonly fields: LogFields
}

/** A log that keeps its lines for a test to look at. */
export interface FakeLog extends Log {
  readonly lines: readonly LogLine[]
}

export function createFakeLog(lines: LogLine[] = [], always: LogFields = {}): FakeLog {
  const write =
    (level: LogLine['level']) =>
    (message: string, fields: LogFields = {}): void =>
      void lines.push({ level, message, fields: { ...always, ...fields } })
  return {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (fields) => createFakeLog(lines, { ...always, ...fields }),
  }
}
