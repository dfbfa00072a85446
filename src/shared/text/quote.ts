import { cleanLine } from './clean.ts'

const LONGEST = 200
const SHORTEST_SECRET = 4
const MARKUP = /<[^>]*>/g

/** A receiver's own words as they may stand in a sentence: one short line, no markup, none of the secrets. */
export function quote(words: string, secrets: readonly string[]): string {
  const hidden = [...secrets]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((one, other) => other.length - one.length)
    .reduce((text, secret) => text.replaceAll(secret, '…'), words)
  const line = cleanLine(hidden.replace(MARKUP, ' '))
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line
}
