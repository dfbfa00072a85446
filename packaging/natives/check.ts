import { describe, type Target } from '../target.ts'
import { readBinaryHeader } from './binary-header.ts'
import { nativeFiles } from './modules.ts'

/** The bytes of a file below the project's folder, or null when it is not there. */
export type ReadFile = (path: string) => Uint8Array | null

const MUSL = 'libc.musl'

/** What is wrong with the compiled files these targets need: missing, or made for something else. */
export function checkNatives(targets: readonly Target[], read: ReadFile): readonly string[] {
  return targets.flatMap((target) => nativeFiles(target).flatMap((path) => checkNative(path, target, read(path))))
}

/** What is wrong with one compiled file for one target; nothing, or one sentence. */
export function checkNative(path: string, target: Target, bytes: Uint8Array | null): readonly string[] {
  if (bytes === null) return [`${path} is missing, which Tidemark needs on ${describe(target)}.`]
  const found = readBinaryHeader(bytes)
  if (found === null) return [`${path} is no program code for a system Tidemark knows.`]
  if (found.platform !== target.platform || found.architecture !== target.architecture) {
    return [`${path} is made for ${describe(found)}, not for ${describe(target)}.`]
  }
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MUSL)) {
    return [`${path} is made for a Linux with musl, where Electron does not run.`]
  }
  return []
}
