import type { App, Net, Session } from 'electron'
import { openDesk, type Desk } from '../engine/desk.ts'
import type { Desktop } from '../engine/ports/desktop.ts'
import type { Notifier } from '../engine/ports/notifier.ts'
import { deskOptions } from '../host/desk-options.ts'
import { createAlertHosts } from '../host/alert-hosts.ts'
import { openDemoSide } from '../host/demo-side.ts'
import { openLiveSide } from '../host/live-side.ts'
import { readOverrides } from '../host/overrides.ts'
import type { HostOptions } from '../host/surroundings.ts'
import { readVersion } from '../node/version.ts'
import { ok, type Failure, type Result } from '../shared/result.ts'
import type { Language } from '../shared/sentence.ts'
import { addressesWhileOnline } from './machine/online.ts'
import { roster } from '../venues/roster.ts'

export interface DeskParts {
  readonly app: Pick<App, 'getAppPath'>
  readonly session: Pick<Session, 'resolveProxy'>
  readonly host: HostOptions
  readonly net: Pick<Net, 'isOnline'>
  readonly sides: 'live-and-demo' | 'demo-only'
  readonly desktop: Desktop
  /** Where alerts are shown on this computer. */
  readonly notifier: Notifier
  /** What a user reads who chose no language. */
  readonly language: Language
  /** Told of what keeps the live side's keys shut, which does not keep the app from starting. */
  readonly tell: (failure: Failure) => void
}

/** The engine behind the desktop app. With `demo-only` nothing of the live side is opened. */
export async function openDesktop(parts: DeskParts): Promise<Result<Desk>> {
  const { app, session, host, net, sides, desktop, notifier, language, tell } = parts
  const overrides = readOverrides(roster, host.environment)
  if (!overrides.ok) return overrides
  const resolveProxy = (url: string) => session.resolveProxy(url)
  const own = { resolveProxy, readAddresses: addressesWhileOnline(net), vault: null }
  const open = () => openLiveSide({ ...host, ...own }, (said) => !said.ok && tell(said.failure))
  const live = sides === 'live-and-demo' ? await open() : ok(null)
  if (!live.ok) return live
  return openDesk(
    deskOptions({
      live: live.value,
      openDemo: () => openDemoSide(host),
      overrides: overrides.value,
      facts: factsOf(app, host.root),
      token: null,
      desktop,
      alertHost: createAlertHosts({ ...host, resolveProxy, language, notifier }),
    }),
  )
}

function factsOf(app: Pick<App, 'getAppPath'>, dataFolder: string) {
  const runtime = {
    electron: process.versions['electron'] ?? '',
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  }
  return {
    version: readVersion(app.getAppPath()),
    shell: 'desktop',
    startedAt: Date.now(),
    dataFolder,
    runtime,
  } as const
}
