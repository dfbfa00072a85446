import { cleanLine } from './clean.ts'

const LONGEST = 200
const SHORTEST_SECRET = 4
const MARKUP = /<[^>]*>/g

/** A receiver's own words as they may stand in a sentence: one short line, no markup, none of the secrets. */
export function quote(words: string, secrets: readonly string[]): string {
  // Twice: markup may be part of a secret, and without it a secret may come together.
  const line = hide(cleanLine(hide(words, secrets).replace(MARKUP, ' ')), secrets)
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line
}

/** The longest first, so that no rest of one stays. */
function hide(words: string, secrets: readonly string[]): string {
  return [...secrets]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((one, other) => other.length - one.length)
    .reduce((text, secret) => text.replaceAll(secret, '…'), words)
}
