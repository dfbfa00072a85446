import { createNodeClock } from '../clock.ts'
import { openStore } from '../store/open-store.ts'
import { createMemoryLog } from './memory-log.ts'

/** Opens a store as whoever runs this, and says what came of it. */
const clock = createNodeClock()
const file = process.argv[2] ?? ''
const opened = openStore({ file, clock, log: createMemoryLog(), problem: () => undefined })
console.log(opened.ok ? 'opened' : opened.failure.sentence.id)
if (opened.ok) await opened.value.close()
clock.stop()
