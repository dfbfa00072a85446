import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeEmptyApp } from '../launch/empty-app.ts'
import type { Launched } from '../launch/once.ts'
import { tell, tellFigure } from '../report/figure.ts'
import { quantile } from '../stand/race.ts'

const RUNS = process.argv.includes('--quick') ? 3 : 9
const ROOT = join(import.meta.dirname, '..', '..')
const OUT = join(ROOT, 'out')

function launch(which: 'ours' | 'empty', built: string): Launched {
  const once = join(import.meta.dirname, '..', 'launch', 'once.ts')
  const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', once, which], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TIDEMARK_BUILT: built },
  })
  return JSON.parse(said) as Launched
}

function bytesUnder(folder: string, ending: RegExp): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) => ending.test(name))
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} kB`
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`
const median = (launches: readonly Launched[], of: (launched: Launched) => number): number =>
  quantile(launches.map(of), 0.5)

const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
const built = writeEmptyApp(folder)
const runs = Array.from({ length: RUNS }, () => ({ empty: launch('empty', built), ours: launch('ours', OUT) }))
rmSync(folder, { recursive: true, force: true })

const ours = runs.map((run) => run.ours)
const empty = runs.map((run) => run.empty)
const time = [median(ours, ({ ms }) => ms), median(empty, ({ ms }) => ms)] as const
const memory = [median(ours, ({ resident }) => resident), median(empty, ({ resident }) => resident)] as const
const driver = ours[0]?.driver ?? ''
const times = `${time[0].toFixed(0)} ms; an empty app ${time[1].toFixed(0)} ms`
tellFigure(`Launch to first live figure (${driver})`, `${(time[0] / time[1]).toFixed(1)}×`, times, null)
const sizes = `${megabytes(memory[0])}; an empty app ${megabytes(memory[1])}`
tellFigure(`Resident memory of main (${driver})`, `${(memory[0] / memory[1]).toFixed(2)}×`, sizes, null)

const scripts = bytesUnder(join(OUT, 'renderer'), /\.js$/)
const styles = bytesUnder(join(OUT, 'renderer'), /\.css$/)
const preload = bytesUnder(join(OUT, 'preload'), /\.cjs$/)
const bundle = `scripts ${kilobytes(scripts)}, styles ${kilobytes(styles)}, preload ${preload} bytes`
tellFigure('Page and preload bundles', '–', bundle, null)
tell({
  kind: 'note',
  text: `Medians of ${RUNS} launches each, taken in turn, in demo mode, five seconds after the figure.`,
})
