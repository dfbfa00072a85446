import { openDesk, type Desk, type Side } from '../../engine/desk.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { AlertHost } from '../../engine/ports/alert-host.ts'
import type { HostOverrides } from '../../engine/ports/venue.ts'
import type { Mode } from '../../shared/frames.ts'
import type { VenueId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { deskOptions } from '../../host/desk-options.ts'
import type { ServeChoices } from '../command/serve-options.ts'
import { startServer } from '../server/server.ts'
import { createEnds } from './ends.ts'

export interface ShellOptions extends Pick<ServeChoices, 'host' | 'port' | 'feedOpen'> {
  /** Null when only the demo may be shown. */
  readonly live: Side | null
  openDemo(): Promise<Result<Side>>
  alertHost(mode: Mode, side: Side): AlertHost
  readonly clock: Clock
  readonly overrides: ReadonlyMap<VenueId, HostOverrides>
  readonly version: string
  readonly dataFolder: string
  readonly pageRoot: string
  readonly token: string
  /** Names this machine is known by, besides loopback and addresses. */
  readonly names: readonly string[]
}

export interface Shell {
  readonly port: number
  readonly desk: Desk
  stop(): Promise<void>
}

/** The headless shell: one engine behind a loopback server with page, link, feed and health. */
export async function openShell(options: ShellOptions): Promise<Result<Shell>> {
  const { live, overrides, version, dataFolder, clock, token } = options
  const runtime = { node: process.versions.node, platform: `${process.platform} ${process.arch}` }
  const facts = { version, shell: 'headless', startedAt: clock.now(), dataFolder, runtime } as const
  const desk = await openDesk(
    deskOptions({ ...options, live, openDemo: () => options.openDemo(), overrides, facts, token, desktop: null }),
  )
  if (!desk.ok) return desk
  const ends = createEnds(desk.value, { ...options, startedAt: facts.startedAt })
  const server = await startServer({ ...options, answer: ends.answer, upgrade: ends.upgrade })
  if (!server.ok) {
    await desk.value.stop()
    return server
  }
  return ok({
    port: server.value.port,
    desk: desk.value,
    stop: async () => {
      ends.stop()
      await desk.value.stop()
      await server.value.stop()
    },
  })
}
