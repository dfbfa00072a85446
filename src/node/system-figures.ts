import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SystemFigure } from '../engine/ports/alert-host.ts'
import { isDecimal, type Decimal } from '../shared/decimal.ts'
import type { ProcessStats } from './process-stats.ts'

/** Figures that count since they were last read are read together, and not more often than this. */
const FRESH_MS = 900

/** What the program takes of the computer, as exact text: bytes, a share of one core, milliseconds. */
export function createSystemFigures(stats: ProcessStats, monotonic: () => number, folder: string) {
  const last = { at: -Infinity, processor: 0, delay: 0 }

  function counted(): typeof last {
    if (monotonic() - last.at < FRESH_MS) return last
    last.at = monotonic()
    last.processor = stats.cpu()
    last.delay = stats.eventLoopDelay().p99
    return last
  }

  return (figure: SystemFigure): Decimal | null => {
    switch (figure) {
      case 'memory':
        return text(stats.memory().resident, 0)
      case 'processor':
        return text(counted().processor, 4)
      case 'event-loop-delay':
        return text(counted().delay, 1)
      case 'database-size':
        return orNull(() => text(statSync(join(folder, 'tidemark.db')).size, 0))
      case 'disk-free':
        return orNull(() => diskFree(folder))
    }
  }
}

function diskFree(folder: string): Decimal | null {
  const { bavail, bsize } = statfsSync(folder, { bigint: true })
  const free = String(bavail * bsize)
  return isDecimal(free) ? free : null
}

function text(value: number, places: number): Decimal | null {
  const written = value.toFixed(places)
  return isDecimal(written) ? written : null
}

/** A file that is not there yet, or a system that does not tell. */
function orNull(read: () => Decimal | null): Decimal | null {
  try {
    return read()
  } catch {
    return null
  }
}
