// npm run package: checks, packs, and looks at what was packed. Run by scripts/package.mjs, which installs and builds.
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { checksums, describeArtifacts, listArtifacts } from './artifacts.ts'
import { fetchFailure } from './fetching.ts'
import { checkNatives } from './natives/check.ts'
import { readOptions, type Options } from './options.ts'
import { pack, type Packed } from './pack.ts'
import { inspect } from './inspect.ts'
import { describeSigning, readSignings, SIGNING_VARIABLES, type Signings } from './signing.ts'
import { PLATFORMS, type Target } from './target.ts'

const project = join(import.meta.dirname, '..')
const output = join(project, 'release')

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { platform: process.platform, architecture: process.arch })
  if (!options.ok) return refuse(options.problems)
  const signings = readSignings(process.env, options.value.targets, options.value.unsigned)
  if (!signings.ok) return refuse(signings.problems)
  const { electron } = options.value
  if (electron !== null && !existsSync(electron)) return refuse([`--electron names ${electron}, which is not there.`])
  const natives = checkNatives(options.value.targets, readFile)
  if (natives.length > 0) return refuse(natives)
  tellSigning(signings.value, options.value.targets)
  forgetEmptyVariables()
  return finish(await packAll(options.value, signings.value))
}

function readFile(path: string): Uint8Array | null {
  const file = join(project, path)
  return existsSync(file) ? readFileSync(file) : null
}

function packAll(options: Options, signings: Signings): Promise<Packed> {
  const { feed, electron } = options
  return pack({ project, options, choices: { signing: signings, feed, electron, output } })
}

async function finish({ apps, artifacts }: Packed): Promise<number> {
  const secrets = SIGNING_VARIABLES.flatMap((name) => process.env[name] ?? [])
  const problems = await inspect(apps, { project, home: homedir(), secrets })
  if (problems.length > 0) return refuse(problems)
  const described = await describeArtifacts(artifacts)
  if (described.length > 0) await writeFile(join(output, 'SHA256SUMS'), checksums(described))
  process.stdout.write(
    `${listArtifacts(described)}${apps.length} packed and checked: contents and fuses are as meant.\n`,
  )
  return 0
}

function tellSigning(signings: Signings, targets: readonly Target[]): void {
  const asked = PLATFORMS.filter((platform) => targets.some((target) => target.platform === platform))
  for (const platform of asked) process.stderr.write(`${describeSigning(platform, signings[platform])}\n`)
}

/** A workflow without a secret hands in an empty text, which electron-builder would take for a certificate. */
function forgetEmptyVariables(): void {
  for (const name of SIGNING_VARIABLES) if (process.env[name]?.trim() === '') Reflect.deleteProperty(process.env, name)
}

function refuse(problems: readonly string[]): number {
  process.stderr.write(`${problems.join('\n')}\n`)
  return 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const unfetched = fetchFailure(error)
  process.stderr.write(`${unfetched ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`)
  process.exitCode = 1
}
