import type { Target } from '../target.ts'

interface NativeModule {
  readonly name: string
  /** Path of the compiled file for one target, below the package's folder. */
  prebuild(target: Target): string
}

/**
 * The packages with compiled code. Both carry a Node-API binary for every system, which Electron and Node load alike,
 * so nothing is compiled here.
 */
export const NATIVE_MODULES: readonly NativeModule[] = [
  {
    name: 'better-sqlite3',
    prebuild: ({ platform, architecture }) => `prebuilds/${platform}-${architecture}.node`,
  },
  {
    name: 'keytar',
    prebuild: ({ platform, architecture }) => `prebuilds/${platform}-${architecture}/keytar.node`,
  },
]

/** The compiled files one target needs, as paths from the folder that holds `node_modules`. */
export function nativeFiles(target: Target): readonly string[] {
  return NATIVE_MODULES.map(({ name, prebuild }) => `node_modules/${name}/${prebuild(target)}`)
}
