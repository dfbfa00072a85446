import { nativeFiles } from '../natives/modules.ts'
import type { Target } from '../target.ts'
import { TRAY_STATES } from '../icons/drawing.ts'

/** Without these the app does not start, or shows no tray icon. */
export const REQUIRED: readonly string[] = [
  'package.json',
  'LICENSE',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  ...TRAY_STATES.flatMap((state) =>
    ['', '@2x', 'Template', 'Template@2x'].map((kind) => `resources/tray/tray-${state}${kind}.png`),
  ),
]

/** All that may be in the archive. A file that fits none of these was not meant to be shipped. */
const ALLOWED: readonly RegExp[] = [
  /^(package\.json|LICENSE)$/,
  /^out\/main\/(index\.js|chunks\/[\w.-]+\.js)$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(index\.html|icon\.svg|assets\/[\w.-]+\.(js|css|woff2|svg|png))$/,
  /^resources\/(tray\/tray-[\w@]+\.png|icons\/\d+x\d+\.png)$/,
  /^node_modules\/.+\.(js|cjs|mjs|json|wasm)$/,
  /^node_modules\/.*(LICENSE|LICENCE|license|licence|NOTICE|COPYING)[^/]*$/,
]

const TESTS = /(^|\/)(__tests__|tests?|fixtures)\/|\.(test|spec)\.[cm]?[jt]sx?$/

/** Whether a path may be shipped to this target; null, or why not. */
export function refusal(path: string, target: Target): string | null {
  if (path.endsWith('.map')) return `${path} is a source map.`
  if (TESTS.test(path)) return `${path} is a test.`
  if (path.endsWith('.node')) {
    return nativeFiles(target).includes(path) ? null : `${path} is a compiled file this system does not need.`
  }
  return ALLOWED.some((pattern) => pattern.test(path)) ? null : `${path} was not meant to be shipped.`
}
