import type { Words } from '../sentence.ts'

export const host = {} as const satisfies Record<string, Words>
