import type { Frame } from '../frames/frame-kind.ts'

/** Another program's way of handling a venue's frames, set up as its users do but for the connection itself. */
export interface Library {
  readonly name: string
  /** What it does with a frame, where that is less than we do. */
  readonly does: string
  /** Kinds of frames it is compared on; it has no handling for others. */
  readonly kinds: readonly string[]
  take(frame: Frame): void
  /** How much it has understood so far, as proof that it works. */
  understood(): number
}

/** Loads a package that is installed for the bench alone; where the bench is only checked, its types are not there. */
export async function loadPackage(name: string): Promise<Readonly<Record<string, unknown>>> {
  const loaded = (await import(name)) as Readonly<Record<string, unknown>>
  return { ...(loaded['default'] as object | undefined), ...loaded }
}
