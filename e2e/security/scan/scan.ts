import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { ROOT } from '../../support/program.ts'

const SCANNER = join(import.meta.dirname, 'scan-offline.ts')
/** It takes two seconds on an idle machine. */
const PATIENCE_MS = 150_000

const report = z.object({
  atomicChecks: z.number(),
  globalChecks: z.number(),
  errors: z.array(z.object({ file: z.string(), message: z.string() })),
  issues: z.array(z.object({ id: z.string(), file: z.string(), sample: z.string().optional() })),
})
export type Report = z.infer<typeof report>

/** What Electronegativity says of a folder; rejects when it says nothing in time. */
export async function scan(folder: string): Promise<Report> {
  const electron = join(ROOT, 'node_modules', 'electron', 'package.json')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(electron, 'utf8')))
  const { stdout } = await promisify(execFile)(process.execPath, [SCANNER, folder, version], {
    timeout: PATIENCE_MS,
    maxBuffer: 64 * 1024 * 1024,
  })
  return report.parse(JSON.parse(stdout))
}
