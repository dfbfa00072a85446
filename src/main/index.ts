import { app, dialog, session } from 'electron'
import { join } from 'node:path'
import { catchTheRest } from '../host/uncaught.ts'
import { readCommandLine } from './command-line.ts'
import { guardContents, denyPermissions } from './guard-contents.ts'
import { readGround } from './ground.ts'
import { createLastResort, type LastResort } from './last-resort.ts'
import { createLeaving, type Leaving } from './leaving.ts'
import { openShell } from './open-shell.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { nameOnTaskbar, placeProfile } from './profile.ts'
import { refuse } from './refuse.ts'
import { requireSandbox } from './require-sandbox.ts'
import { startShell } from './start-shell.ts'
import { followWanted, type Wanted } from './wanted.ts'

const built = join(import.meta.dirname, '..')
const read = readCommandLine(process.argv.slice(1))
const commandLine = read.ok ? read.value : { demo: false, hidden: false, data: null, unknown: [] }

registerPageScheme()
app.enableSandbox()
guardContents(app)
nameOnTaskbar(app, process.platform)
placeProfile(app, commandLine.data)

interface Own {
  readonly wanted: Wanted
  readonly leaving: Leaving
  readonly lastResort: LastResort
}

async function main({ wanted, leaving, lastResort }: Own): Promise<void> {
  await app.whenReady()
  const ground = readGround(commandLine, app.getLocale())
  lastResort.begun(ground)
  const allowed = read.ok ? requireSandbox(app) : read
  if (!allowed.ok) return refuse(allowed.failure, ground.translate)
  denyPermissions(session.defaultSession)
  servePage(session.defaultSession, join(built, 'renderer'))
  const shell = await openShell({ ground, leaving, commandLine, preload: join(built, 'preload', 'index.cjs') })
  if (!shell.ok) return refuse(shell.failure, ground.translate)
  startShell(shell.value, commandLine, wanted)
  lastResort.started(shell.value)
}

function begin(): void {
  const write = (text: string): void => void process.stderr.write(text)
  const wanted = followWanted(app)
  const leaving = createLeaving(app, (error) => write(`${String(error)}\n`))
  const lastResort = createLastResort({ leaving, refuse, dialog, write, locale: () => app.getLocale() })
  catchTheRest(process, lastResort.take)
  main({ wanted, leaving, lastResort }).catch(lastResort.take)
}

if (app.requestSingleInstanceLock()) begin()
else app.quit()
