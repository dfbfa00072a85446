import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'

export interface Artifact {
  readonly name: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

/** Size and checksum of each file, in the order of their names. */
export async function describeArtifacts(paths: readonly string[]): Promise<readonly Artifact[]> {
  const artifacts = await Promise.all(paths.map(describeArtifact))
  return artifacts.toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

async function describeArtifact(path: string): Promise<Artifact> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { name: basename(path), bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** The lines that `sha256sum --check` reads. */
export function checksums(artifacts: readonly Artifact[]): string {
  return artifacts.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
}

/** The lines shown when packaging is done. */
export function listArtifacts(artifacts: readonly Artifact[]): string {
  return artifacts.map(({ name, bytes, sha256 }) => `${megabytes(bytes).padStart(9)}  ${sha256}  ${name}\n`).join('')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
