import type { Act, Ahead, Recorded } from '../../stand-in/protocol.ts'
import { steerClocks } from '../steered-clocks.ts'
import { createActs } from './acts.ts'
import { createRecord } from './record.ts'

/** What the driver finds in the real Electron's main process, by the name `tidemarkRecorder`. */
export interface Recorder {
  recorded(): Recorded
  act(act: Act): unknown
  steer(ahead: Ahead): void
}

const record = createRecord()
const recorder: Recorder = { recorded: record.read, act: createActs(record), steer: steerClocks() }
Object.assign(globalThis, { tidemarkRecorder: recorder })
