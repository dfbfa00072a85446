import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../support/program.ts'
import { commonJs } from './common-js.ts'

const FILES = [
  'e2e/desktop/driver/recorder/index.ts',
  'e2e/desktop/driver/recorder/acts.ts',
  'e2e/desktop/driver/recorder/items.ts',
  'e2e/desktop/driver/recorder/patch.ts',
  'e2e/desktop/driver/recorder/record.ts',
  'e2e/desktop/driver/steered-clocks.ts',
  'e2e/desktop/driver/steered-timers.ts',
  'src/shared/result.ts',
]

/** Writes the recorder as CommonJS, which is what Electron's `-r` takes; answers with the file to load. */
export function buildRecorder(folder: string): string {
  for (const file of FILES) {
    const out = join(folder, file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(out, commonJs(readFileSync(join(ROOT, file), 'utf8')))
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }')
  return join(folder, 'e2e/desktop/driver/recorder/index.js')
}
