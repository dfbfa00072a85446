import type { ProgramFacts } from '../engine/handlers/app.ts'
import { createEngine } from '../engine/create-engine.ts'
import type { DeskOptions, Side } from '../engine/desk.ts'
import type { AlertHost } from '../engine/ports/alert-host.ts'
import type { Desktop } from '../engine/ports/desktop.ts'
import type { HostOverrides } from '../engine/ports/venue.ts'
import type { Mode } from '../shared/frames.ts'
import type { VenueId } from '../shared/ids.ts'
import type { Result } from '../shared/result.ts'
import { roster } from '../venues/roster.ts'

export interface ShellParts {
  /** Null when only the demo may be shown. */
  readonly live: Side | null
  openDemo(): Promise<Result<Side>>
  readonly overrides: ReadonlyMap<VenueId, HostOverrides>
  readonly facts: ProgramFacts
  /** Demanded of links; null where the transport proves who is calling. */
  readonly token: string | null
  /** Null in the headless shell. */
  readonly desktop: Desktop | null
  alertHost(mode: Mode, side: Side): AlertHost
}

/** What a shell's desk is made of: the same engine over every venue of the roster, whichever shell it is. */
export function deskOptions(parts: ShellParts): DeskOptions {
  const { live, openDemo, overrides, facts, token, desktop } = parts
  return {
    live,
    openDemo,
    makeEngine: (mode, side, desk) =>
      createEngine(side.ports, {
        ...{ mode, venues: roster, overrides, facts, desk, desktop },
        alertHost: parts.alertHost(mode, side),
      }),
    build: facts.version,
    token,
  }
}
