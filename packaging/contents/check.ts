import { nativeFiles } from '../natives/modules.ts'
import { describe, type Target } from '../target.ts'
import type { Archive, ArchiveFile } from './archive.ts'
import { refusal, REQUIRED } from './rules.ts'
import { findLeaks, type Leaks } from './leaks.ts'

/** Everything that is wrong with what an app for this target holds; nothing when it is as meant. */
export function checkContents(archive: Archive, target: Target, leaks: Leaks): readonly string[] {
  return [
    ...missing(archive, target),
    ...archive.files.flatMap((file) => {
      const reason = refusal(file.path, target)
      return reason === null ? [] : [reason]
    }),
    ...archive.files.flatMap(misplaced),
    ...manifestProblems(archive),
    ...archive.files.filter(isText).flatMap(({ path }) => findLeaks(path, textOf(archive, path), leaks)),
  ]
}

function missing(archive: Archive, target: Target): readonly string[] {
  const there = new Set(archive.files.map(({ path }) => path))
  const needed = [...REQUIRED, ...nativeFiles(target)]
  return needed.filter((path) => !there.has(path)).map((path) => `${path} is not in the app for ${describe(target)}.`)
}

function misplaced({ path, place }: ArchiveFile): readonly string[] {
  const meant = path.endsWith('.node') ? 'beside' : 'packed'
  if (place === meant) return []
  return [
    meant === 'beside' ? `${path} cannot be loaded from inside the archive.` : `${path} lies outside the archive.`,
  ]
}

const UNWANTED_FIELDS = ['scripts', 'devDependencies', 'build']

function manifestProblems(archive: Archive): readonly string[] {
  if (!archive.files.some(({ path }) => path === 'package.json')) return []
  const manifest: unknown = JSON.parse(textOf(archive, 'package.json'))
  if (typeof manifest !== 'object' || manifest === null) return ['package.json in the app is no object.']
  return UNWANTED_FIELDS.filter((field) => field in manifest).map(
    (field) => `package.json in the app still has ${field}.`,
  )
}

function isText({ path }: ArchiveFile): boolean {
  return /\.(js|cjs|mjs|json|html|css|svg)$/.test(path)
}

function textOf(archive: Archive, path: string): string {
  return Buffer.from(archive.read(path)).toString('utf8')
}
