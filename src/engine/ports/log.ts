/** Values that may be logged. Secrets, signatures, full URLs of signed requests and amounts are not among them. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
  /** The same log with fields added to every line. */
  with(fields: LogFields): Log
}
