import type { Configuration } from 'electron-builder'
import type { Platform } from '../target.ts'
import { publisher } from '../publisher.ts'
import type { Signing } from '../signing.ts'
import { UNPACKED } from './files.ts'
import { linuxConfig } from './linux.ts'
import { macConfig } from './mac.ts'
import { windowsConfig } from './windows.ts'

export interface BuilderChoices {
  readonly signing: Readonly<Record<Platform, Signing>>
  /** Folder of our own update feed, or null for the releases of the repository. */
  readonly feed: string | null
  /** Folder or zip with Electron's runtime, or null to fetch it. */
  readonly electron: string | null
  readonly output: string
}

type Hook<Name extends 'afterExtract' | 'afterPack'> = Exclude<Configuration[Name], string | null | undefined>

export interface Hooks {
  /** Run when Electron's runtime is unpacked and nothing of ours is in it yet. */
  readonly afterExtract: Hook<'afterExtract'>
  /** Run on every packed app before it is signed. */
  readonly afterPack: Hook<'afterPack'>
}

/** The whole configuration of electron-builder. */
export function builderConfig(choices: BuilderChoices, hooks: Hooks): Configuration {
  return {
    appId: publisher.appId,
    productName: 'Tidemark',
    copyright: publisher.copyright,
    directories: { output: choices.output, buildResources: 'resources' },
    // Only compiled files lie outside: what is in the archive is covered by its checksum, what lies beside it is not.
    asar: { smartUnpack: false },
    asarUnpack: UNPACKED,
    // Both compiled modules bring their binaries: nothing is rebuilt, no compiler is needed.
    npmRebuild: false,
    // A module that cannot be found fails the build instead of the user's first start.
    allowMissingDependencies: false,
    electronLanguages: ['en-US', 'en', 'ru', 'bg'],
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    publish: feedOf(choices.feed),
    removePackageScripts: true,
    // deb and rpm want a homepage; by the desktop name Wayland and notifications find the app's icon.
    extraMetadata: { homepage: publisher.homepage, desktopName: 'tidemark.desktop' },
    ...(choices.electron === null ? {} : { electronDist: choices.electron }),
    ...macConfig(choices.signing.darwin),
    ...windowsConfig(choices.signing.win32),
    ...linuxConfig(),
    ...hooks,
  }
}

function feedOf(feed: string | null): NonNullable<Configuration['publish']> {
  if (feed !== null) return { provider: 'generic', url: feed }
  return { provider: 'github', owner: publisher.owner, repo: publisher.repository }
}
