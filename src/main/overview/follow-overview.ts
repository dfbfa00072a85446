import type { Desk } from '../../engine/desk.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { Stop } from '../../shared/link.ts'
import type { Table } from '../../engine/tables.ts'
import { readOverview, type Overview } from './overview.ts'

/** Figures move all the time; nobody reads a tooltip more often than this. */
export const LOOK_EVERY_MS = 1000

/**
 * Looks at the engine once a second, and at once when a state or a choice changed. Follows the desk from one mode to
 * the other; `begin` is told of each engine before the first look at it.
 */
export function followOverview(
  desk: Pick<Desk, 'engine' | 'onSwitch'>,
  clock: Clock,
  { begin, look }: { begin(overview: Overview): void; look(overview: Overview): void },
): Stop {
  const current = { stop: follow(desk.engine(), clock, begin, look) }
  const stopSwitching = desk.onSwitch(() => {
    current.stop()
    current.stop = follow(desk.engine(), clock, begin, look)
  })
  return () => {
    stopSwitching()
    current.stop()
  }
}

function follow(engine: Engine, clock: Clock, begin: (first: Overview) => void, look: (next: Overview) => void): Stop {
  const { accounts, settings, desktop, streams, alerts } = engine.state
  const timer = { stop: (() => undefined) as Stop, due: 'later' as 'soon' | 'later' }

  function see(): void {
    timer.due = 'later'
    timer.stop = clock.after(LOOK_EVERY_MS, see)
    look(readOverview(engine))
  }

  function soon(): void {
    if (timer.due === 'soon') return
    timer.due = 'soon'
    timer.stop()
    timer.stop = clock.after(0, see)
  }

  const stops = [accounts, settings, desktop, alerts.summary].map((table) => table.onChange(soon))
  stops.push(onState(streams, soon))
  begin(readOverview(engine))
  soon()
  return () => {
    for (const stop of stops) stop()
    timer.stop()
  }
}

/** A stream's row changes every second, with the moment it was last heard; its state seldom does. */
function onState(streams: Table<StreamRow>, take: () => void): Stop {
  const states = new Map([...streams.rows()].map(([key, { state }]) => [key, state]))
  return streams.onChange((key) => {
    const state = streams.get(key)?.state
    if (state === states.get(key)) return
    if (state === undefined) states.delete(key)
    else states.set(key, state)
    take()
  })
}
