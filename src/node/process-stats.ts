import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What our process costs, read when asked. */
export interface ProcessStats {
  /** Bytes. */
  memory(): { readonly resident: number; readonly heapUsed: number; readonly heapTotal: number }
  /** Share of one core since the last call, 1 is a whole core. */
  cpu(): number
  /** How late the event loop ran since the last call, in milliseconds. */
  eventLoopDelay(): { readonly p50: number; readonly p99: number; readonly max: number }
  /** Seconds since the process started. */
  uptime(): number
  stop(): void
}

const NANOS_PER_MS = 1e6
const MICROS_PER_MS = 1e3

export function createProcessStats(): ProcessStats {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const last = { usage: process.cpuUsage(), at: performance.now() }

  function cpu(): number {
    const usage = process.cpuUsage()
    const at = performance.now()
    const busyMs = (usage.user + usage.system - last.usage.user - last.usage.system) / MICROS_PER_MS
    const share = at > last.at ? busyMs / (at - last.at) : 0
    last.usage = usage
    last.at = at
    return share
  }

  function eventLoopDelay(): ReturnType<ProcessStats['eventLoopDelay']> {
    const ms = (nanos: number) => (Number.isFinite(nanos) ? nanos / NANOS_PER_MS : 0)
    const read = { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) }
    delay.reset()
    return read
  }

  return { memory, cpu, eventLoopDelay, uptime: () => process.uptime(), stop: () => void delay.disable() }
}

function memory(): ReturnType<ProcessStats['memory']> {
  const { rss, heapUsed, heapTotal } = process.memoryUsage()
  return { resident: rss, heapUsed, heapTotal }
}
