import { Arch, build, Platform as BuilderPlatform, type AfterPackContext } from 'electron-builder'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { builderConfig, type BuilderChoices } from './config/builder-config.ts'
import { setFuses } from './fuses/set-fuses.ts'
import type { Options } from './options.ts'
import { packedApp, type PackedApp } from './packed-app.ts'
import { ARCHITECTURES, PLATFORMS, type Target } from './target.ts'

interface Packing {
  readonly project: string
  readonly options: Pick<Options, 'targets' | 'form'>
  readonly choices: BuilderChoices
}

export interface Packed {
  readonly apps: readonly PackedApp[]
  /** Paths of the installers and the files that updates are found by. */
  readonly artifacts: readonly string[]
}

const BUILDER_PLATFORMS = { darwin: BuilderPlatform.MAC, win32: BuilderPlatform.WINDOWS, linux: BuilderPlatform.LINUX }

/** Packs every target and sets its fuses before it is signed. Rejects when anything fails; nothing is published. */
export async function pack({ project, options, choices }: Packing): Promise<Packed> {
  const apps: PackedApp[] = []
  const afterPack = async (context: AfterPackContext) => {
    const app = packedApp(targetOf(context), context.appOutDir)
    await setFuses(app.program)
    apps.push(app)
  }
  const config = builderConfig(choices, { afterExtract: removeDefaultApp, afterPack })
  const artifacts = await build({ projectDir: project, targets: builderTargets(options), config, publish: 'never' })
  return { apps, artifacts }
}

/** Electron's own demonstration, which a runtime that was not fetched by electron-builder still has. */
async function removeDefaultApp({ appOutDir, electronPlatformName }: AfterPackContext): Promise<void> {
  const resources = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  await rm(join(appOutDir, resources, 'default_app.asar'), { force: true })
}

function targetOf({ electronPlatformName, arch }: AfterPackContext): Target {
  const platform = PLATFORMS.find((one) => one === electronPlatformName)
  const architecture = ARCHITECTURES.find((one) => one === Arch[arch])
  if (platform === undefined || architecture === undefined) {
    throw new Error(`packed for ${electronPlatformName} ${Arch[arch]}, which is no target`)
  }
  return { platform, architecture }
}

/** An empty list of forms stands for those of the configuration. */
function builderTargets({ targets, form }: Packing['options']): Map<BuilderPlatform, Map<Arch, string[]>> {
  const forms = () => (form === 'folder' ? ['dir'] : [])
  const of = (platform: Target['platform']) =>
    new Map(targets.filter((one) => one.platform === platform).map((one) => [Arch[one.architecture], forms()]))
  const asked = PLATFORMS.filter((platform) => targets.some((one) => one.platform === platform))
  return new Map(asked.map((platform) => [BUILDER_PLATFORMS[platform], of(platform)]))
}
