import { app, net, session, shell as system } from 'electron'
import { createNodeRandom } from '../node/random.ts'
import { readVersion } from '../node/version.ts'
import { ok, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'
import { chooseLanguage } from '../shared/translate.ts'
import type { CommandLine } from './command-line.ts'
import { createNoticeDoor } from './alerts/notice-door.ts'
import { createDesktopPort } from './desktop-port.ts'
import { openDesktop } from './desktop.ts'
import type { Ground } from './ground.ts'
import type { Leaving } from './leaving.ts'
import { openLink } from './links.ts'
import { createPlaces } from './places.ts'
import { tellFailure } from './refuse.ts'
import type { Shell } from './shell.ts'
import { openUpdates } from './updates/open-updates.ts'
import { createVoice } from './voice.ts'
import { openWindow } from './window/open-window.ts'

export interface ShellParts {
  readonly ground: Ground
  readonly leaving: Leaving
  readonly commandLine: Pick<CommandLine, 'demo'>
  /** The built preload's path. */
  readonly preload: string
}

/** Opens the engine and what the parts of the app share around it; nothing is shown yet. */
export async function openShell({ ground, leaving, commandLine, preload }: ShellParts): Promise<Result<Shell>> {
  const { choices, clock, host, translate } = ground
  const places = createPlaces(clock)
  const version = readVersion(app.getAppPath())
  const updates = openUpdates({ ...ground, app, process, version, random: createNodeRandom(), leaving })
  const ask = { openLink: (link: Parameters<typeof openLink>[1]) => openLink(system, link) }
  const { port: desktop, problems } = createDesktopPort({ choices, places, updates, ...ask })
  problems.set('tray', sentence('desktop.no-tray'))
  const tell = (failure: Parameters<typeof tellFailure>[0]) => tellFailure(failure, translate)
  const sides = commandLine.demo ? 'demo-only' : 'live-and-demo'
  const language = chooseLanguage([app.getLocale()])
  const noticeDoor = createNoticeDoor()
  const own = { desktop, notifier: noticeDoor, language, tell }
  const parts = { app, session: session.defaultSession, host, net, sides, ...own } as const
  const desk = await openDesktop(parts)
  if (!desk.ok) return desk
  const voice = createVoice(desk.value, () => app.getLocale())
  const common = { ...ground, desk: desk.value, places, voice, problems, leaving }
  const window = openWindow(common, preload)
  const goTo: Shell['goTo'] = (place) => {
    places.request(place)
    window.show()
  }
  return ok({ ...common, app, desktop, noticeDoor, window, goTo })
}
