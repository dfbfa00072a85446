import { dialog, type App, type Session } from 'electron'
import { openDesk, type Desk } from '../engine/desk.ts'
import { deskOptions } from '../host/desk-options.ts'
import { openDemoSide } from '../host/demo-side.ts'
import { openLiveSide } from '../host/live-side.ts'
import { readOverrides } from '../host/overrides.ts'
import { hostOptions, readSurroundings } from '../host/surroundings.ts'
import { readVersion } from '../node/version.ts'
import { ok, type Failure, type Result } from '../shared/result.ts'
import type { Translate } from '../shared/translate.ts'
import { roster } from '../venues/roster.ts'

export interface Desktop {
  readonly desk: Desk
  stop(): Promise<void>
}

/** The engine behind the desktop app. What keeps it from opening is shown to the user and answered as a failure. */
export async function openDesktop(app: App, session: Session): Promise<Result<Desktop>> {
  const surroundings = readSurroundings(process.env, (text) => process.stderr.write(text))
  const opened = await open(app, session, surroundings)
  if (!opened.ok) tell(opened.failure, surroundings.translate)
  return opened
}

async function open(
  app: App,
  session: Session,
  surroundings: ReturnType<typeof readSurroundings>,
): Promise<Result<Desktop>> {
  const overrides = readOverrides(roster, process.env)
  if (!overrides.ok) return overrides
  const shared = hostOptions(surroundings, null, 'tidemark', 'shown')
  const host = { ...shared, resolveProxy: (url: string) => session.resolveProxy(url) }
  const live = await openLiveSide(
    { ...host, vault: null },
    (said) => !said.ok && tell(said.failure, surroundings.translate),
  )
  if (!live.ok) return live
  const runtime = {
    electron: process.versions['electron'] ?? '',
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  }
  const facts = {
    version: readVersion(app.getAppPath()),
    shell: 'desktop',
    startedAt: Date.now(),
    dataFolder: host.root,
    runtime,
  } as const
  const openDemo = () => openDemoSide(shared)
  const desk = await openDesk(
    deskOptions({ live: live.value, openDemo, overrides: overrides.value, facts, token: null, desktop: null }),
  )
  return desk.ok ? ok({ desk: desk.value, stop: () => desk.value.stop() }) : desk
}

function tell(failure: Failure, translate: Translate): void {
  dialog.showErrorBox('Tidemark', translate(failure.sentence))
}
