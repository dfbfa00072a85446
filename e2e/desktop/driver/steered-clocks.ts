import os from 'node:os'
import { syncBuiltinESMExports } from 'node:module'
import type { Ahead } from '../stand-in/protocol.ts'
import { steerTimers } from './steered-timers.ts'

/**
 * Puts this process's clocks and timers where the answer is told, as `e2e/browser/support/steered-clock.ts` does for a
 * clock of its own. Until then they are the real ones.
 */
export function steerClocks(): (ahead: Ahead) => void {
  const ahead = { hurried: 0, slept: 0, stepped: 0 }
  const RealDate = Date
  const wall = RealDate.now.bind(RealDate)
  const monotonic = performance.now.bind(performance)
  const uptime = os.uptime
  const now = (): number => wall() + Math.round(ahead.hurried + ahead.slept + ahead.stepped)
  const passed = (): number => monotonic() + ahead.hurried

  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, created) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, created) as Date,
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  })
  performance.now = passed
  os.uptime = () => uptime() + (ahead.hurried + ahead.slept) / 1000
  syncBuiltinESMExports()
  const hurry = steerTimers(passed)

  return (wanted) => {
    Object.assign(ahead, wanted)
    hurry()
  }
}
