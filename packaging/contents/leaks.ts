/** What of the building machine must not be found in a shipped file. */
export interface Leaks {
  /** The folder of the checkout. */
  readonly project: string
  /** The user's own folder. */
  readonly home: string
  /** Values of signing keys and tokens in the environment. */
  readonly secrets: readonly string[]
}

/** Shorter ones would be found by chance. */
const TELLING = 8

const SECRETS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\\nr]+[A-Za-z0-9+/]{32}/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{40}/],
  ['a cloud key', /\bAKIA[0-9A-Z]{16}\b/],
  ['a registry token', /\bnpm_[A-Za-z0-9]{36}\b/],
]

/** Secrets and places of the building machine in one file; values are never repeated in what is said. */
export function findLeaks(path: string, text: string, leaks: Leaks): readonly string[] {
  const machine = places(path, leaks).some((place) => text.includes(place))
  const values = leaks.secrets.some((secret) => secret.length >= TELLING && text.includes(secret))
  const kinds = SECRETS.filter(([, pattern]) => pattern.test(text)).map(([what]) => what)
  return [
    ...(machine ? [`${path} names a folder of the machine it was built on.`] : []),
    ...(values ? [`${path} holds the value of a signing variable.`] : []),
    ...kinds.map((what) => `${path} holds what looks like ${what}.`),
  ]
}

/** The home folder is looked for in our own files only: `/root/` or `/home/user/` may be an example in a package. */
function places(path: string, { project, home }: Leaks): readonly string[] {
  const ours = path.startsWith('node_modules/') ? [project] : [project, home]
  return ours.filter((place) => place.length > 1).map((place) => `${place}${place.includes('\\') ? '\\' : '/'}`)
}
