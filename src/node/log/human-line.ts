/** One line of the log as pino writes it. */
interface Entry {
  readonly time: string
  readonly level: string
  readonly msg: string
  readonly [field: string]: unknown
}

/** `12:00:01.250 warn  stream is silent  stream="Main private" ageMs=15000`, for a person at a terminal. */
export function humanLine(json: string): string {
  const { time, level, msg, ...fields } = parse(json)
  const shown = Object.entries(fields).map(([name, value]) => `  ${name}=${JSON.stringify(value)}`)
  return `${time.slice(11, 23)} ${level.padEnd(5)} ${msg}${shown.join('')}\n`
}

/** Only lines of our own logger come here. */
function parse(json: string): Entry {
  return JSON.parse(json) as Entry
}
