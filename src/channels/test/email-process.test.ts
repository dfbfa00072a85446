import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createMailer } from '../../node/mail/mailer.ts'
import { hasOpenssl } from '../../node/test/certificates.ts'
import { PASSWORD, USER } from '../../node/test/mail-server.ts'
import { createEmail } from '../email/email.ts'
import { sampleMessage } from './samples.ts'
import { told } from './stage.ts'

/** The server as a process, the lines it says one by one, and the way to end it. */
function startProcess() {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-smtp-'))
  const program = fileURLToPath(new URL('../../node/test/mail-server-child.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return { kill, next: async () => JSON.parse(String((await lines.next()).value)) }
}

test.skipIf(!hasOpenssl())(
  'mail reaches a server in another process, and is not lost when that is killed',
  async () => {
    const server = startProcess()
    const { port, ca } = await server.next()
    const channel = createEmail({
      mailer: createMailer({ ca }),
      server: { host: '127.0.0.1', port, security: 'tls', user: USER, password: PASSWORD },
      from: { name: '', address: USER },
      to: [{ name: '', address: 'boris@example.org' }],
    })
    const message = sampleMessage()
    expect(told(await channel.send(message))).toBe('delivered')
    expect(await server.next()).toMatchObject({ to: ['boris@example.org'], text: message.body })
    await server.kill()
    expect(told(await channel.send(sampleMessage({ key: 'other' })))).toBe('again channel.unreachable')
  },
)
