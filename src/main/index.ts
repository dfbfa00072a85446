import { app, session } from 'electron'
import { join } from 'node:path'
import { readCommandLine } from './command-line.ts'
import { guardContents, denyPermissions } from './guard-contents.ts'
import { readGround } from './ground.ts'
import { createLeaving } from './leaving.ts'
import { openShell } from './open-shell.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { nameOnTaskbar, placeProfile } from './profile.ts'
import { refuse } from './refuse.ts'
import { startShell } from './start-shell.ts'

const built = join(import.meta.dirname, '..')
const read = readCommandLine(process.argv.slice(1))
const commandLine = read.ok ? read.value : { demo: false, hidden: false, data: null, unknown: [] }

registerPageScheme()
app.enableSandbox()
guardContents(app)
nameOnTaskbar(app, process.platform)
placeProfile(app, commandLine.data)

async function main(): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit()
  const leaving = createLeaving(app, (error) => process.stderr.write(`${String(error)}\n`))
  await app.whenReady()
  const ground = readGround(commandLine, app.getLocale())
  if (!read.ok) return refuse(read.failure, ground.translate)
  denyPermissions(session.defaultSession)
  servePage(session.defaultSession, join(built, 'renderer'))
  const shell = await openShell({ ground, leaving, commandLine, preload: join(built, 'preload', 'index.cjs') })
  if (!shell.ok) return refuse(shell.failure, ground.translate)
  startShell(shell.value, commandLine)
}

void main()
