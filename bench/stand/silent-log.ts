import type { Log } from '../../src/engine/ports/log.ts'

const nothing = (): void => undefined

/** Measurements have no reader for their log. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, with: () => silentLog }
