import type { Words } from '../sentence.ts'

export const command = {} as const satisfies Record<string, Words>
