/** `12:00:01.250 warn  stream is silent  stream="Main private" ageMs=15000`, for a person at a terminal. */
export function humanLine(json: string): string {
  const entry = parse(json)
  if (entry === null) return json
  const { time, level, msg, ...fields } = entry
  const shown = Object.entries(fields).map(([name, value]) => `  ${name}=${JSON.stringify(value)}`)
  return `${String(time).slice(11, 23)} ${String(level).padEnd(5)} ${String(msg)}${shown.join('')}\n`
}

/** A line of our own logger; null when hiding something in it has cost it its form. */
function parse(json: string): Readonly<Record<string, unknown>> | null {
  try {
    // What pino writes is one JSON object.
    return JSON.parse(json) as Record<string, unknown>
  } catch {
    return null
  }
}
