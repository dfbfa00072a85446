import type { ToMain } from '../stand-in/protocol.ts'
import { steerClocks } from './steered-clocks.ts'

/** Loaded into main before everything else: its clocks then stand where the test sets them. */
const steer = steerClocks()
process.on('message', (raw) => {
  // Only the test's process writes there.
  const message = raw as ToMain
  if (message.kind !== 'steer') return
  steer(message.ahead)
  process.send?.({ kind: 'answer', request: message.request, value: null })
})
