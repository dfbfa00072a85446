import { assertNever } from '../src/shared/result.ts'

export const PLATFORMS = ['darwin', 'win32', 'linux'] as const
/** An operating system by Node's name. */
export type Platform = (typeof PLATFORMS)[number]

export const ARCHITECTURES = ['x64', 'arm64'] as const
/** A processor by Node's name. */
export type Architecture = (typeof ARCHITECTURES)[number]

export interface Target {
  readonly platform: Platform
  readonly architecture: Architecture
}

/** Every system and processor Tidemark is released for. */
export const TARGETS: readonly Target[] = PLATFORMS.flatMap((platform) =>
  ARCHITECTURES.map((architecture) => ({ platform, architecture })),
)

/** The system's name as people write it. */
export function nameOf(platform: Platform): string {
  switch (platform) {
    case 'darwin':
      return 'macOS'
    case 'win32':
      return 'Windows'
    case 'linux':
      return 'Linux'
    default:
      return assertNever(platform)
  }
}

export function describe({ platform, architecture }: Target): string {
  return `${nameOf(platform)} ${architecture}`
}
