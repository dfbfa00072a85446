import type { Drive } from './driver.ts'

export function driveElectron(runtime: string): Drive {
  return () => Promise.reject(new Error(`not yet: ${runtime}`))
}
