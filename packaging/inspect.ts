import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from './contents/archive.ts'
import { checkContents } from './contents/check.ts'
import type { Leaks } from './contents/leaks.ts'
import { requireFuses } from './fuses/set-fuses.ts'
import { checkNative } from './natives/check.ts'
import { nativeFiles } from './natives/modules.ts'
import type { PackedApp } from './packed-app.ts'
import { describe } from './target.ts'

/** Looks once more at finished apps, after signing: what they hold, their compiled files, their fuses. */
export async function inspect(apps: readonly PackedApp[], leaks: Leaks): Promise<readonly string[]> {
  const problems = await Promise.all(apps.map((app) => inspectOne(app, leaks)))
  return problems.flat()
}

async function inspectOne(app: PackedApp, leaks: Leaks): Promise<readonly string[]> {
  const problems = [
    ...checkContents(openArchive(join(app.resources, 'app.asar')), app.target, leaks),
    ...(await checkUnpacked(app)),
    ...(await fuseProblems(app.program)),
  ]
  return problems.map((problem) => `${describe(app.target)}: ${problem}`)
}

async function checkUnpacked({ resources, target }: PackedApp): Promise<readonly string[]> {
  const found = await Promise.all(
    nativeFiles(target).map(async (path) => {
      const bytes = await readFile(join(resources, 'app.asar.unpacked', path)).catch(() => null)
      return checkNative(path, target, bytes)
    }),
  )
  return found.flat()
}

async function fuseProblems(program: string): Promise<readonly string[]> {
  try {
    await requireFuses(program)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
