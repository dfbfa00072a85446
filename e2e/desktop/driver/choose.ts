import type { Drive } from './driver.ts'
import { driveElectron } from './electron.ts'
import { findRuntime } from './runtime.ts'
import { driveStandIn } from './stand-in.ts'

/** The real Electron wherever its runtime is, else the stand-in. */
export function chooseDriver(): Drive {
  const runtime = findRuntime()
  return runtime === null ? driveStandIn : driveElectron(runtime)
}
