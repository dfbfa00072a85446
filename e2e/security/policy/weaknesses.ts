/** A Content-Security-Policy read into its directives; a directive named twice counts as written first. */
type Directives = ReadonlyMap<string, readonly string[]>

/** Directives that have no fallback: left out, they allow everything. */
const WITHOUT_FALLBACK = ['base-uri', 'form-action', 'frame-ancestors', 'require-trusted-types-for', 'trusted-types']
const HARMLESS = ["'none'", "'self'"]
/** What may be shown beyond files of our own: pictures that the page itself made. */
const PICTURES = ['data:', 'blob:']

/** What an attacker could use of a policy, each as a sentence; a good one has none. */
export function weaknesses(policy: string): readonly string[] {
  const directives = readPolicy(policy)
  return [
    ...isNothingByDefault(directives),
    ...WITHOUT_FALLBACK.filter((name) => !directives.has(name)).map((name) => `${name} is missing`),
    ...[...directives].flatMap(([name, sources]) => sources.filter((each) => !isFit(name, each)).map(inWords(name))),
  ]
}

function readPolicy(policy: string): Directives {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/))
  return new Map(parts.toReversed().map(([name = '', ...sources]) => [name.toLowerCase(), sources]))
}

function isNothingByDefault(directives: Directives): readonly string[] {
  return directives.get('default-src')?.join(' ') === "'none'" ? [] : ["default-src is not 'none'"]
}

/** Everything not known to be harmless is a weakness: hosts, schemes, wildcards, nonces, hashes, unsafe words. */
function isFit(name: string, source: string): boolean {
  if (name === 'require-trusted-types-for') return source === "'script'"
  if (name === 'trusted-types') return source === "'none'"
  return HARMLESS.includes(source) || (name === 'img-src' && PICTURES.includes(source))
}

const inWords =
  (name: string) =>
  (source: string): string =>
    `${name} allows ${source}`
