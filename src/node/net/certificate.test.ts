import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startProxy } from '../test/connect-proxy.ts'
import { createDiary, openNet } from '../test/open-net.ts'
import { tempFolder } from '../test/temp-folder.ts'

const NAME = 'exchange.test'

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const openssl = hasOpenssl()
if (!openssl) console.warn('\n  SKIPPED: the test of untrusted certificates, because openssl is not installed.\n')

/** A TLS server whose certificate nobody vouches for. */
async function startUntrusted(): Promise<{ readonly port: number; readonly asked: readonly string[] }> {
  const folder = tempFolder()
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', `/CN=${NAME}`, '-days', '2']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject]
  execFileSync('openssl', made, { stdio: 'ignore' })
  const asked: string[] = []
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, asked }
}

test.skipIf(!openssl)(
  'an untrusted certificate is refused over REST and WebSocket, directly and behind a proxy',
  async () => {
    const { port, asked } = await startUntrusted()
    const proxy = await startProxy({ leadsTo: port })
    for (const [net, host] of [
      [openNet(), `127.0.0.1:${port}`],
      [openNet({ HTTPS_PROXY: `http://${proxy.address}` }), NAME],
    ] as const) {
      const diary = createDiary()
      const answer = await net.http.send({ method: 'GET', url: `https://${host}/x`, headers: {}, timeoutMs: 5000 })
      expect(answer).toMatchObject({ failure: { sentence: { id: 'network.certificate', values: { host } } } })
      net.sockets.open(`wss://${host}/ws`, diary.listener)
      await diary.until('closed')
      expect(diary.events).toEqual(['closed 1006 network.certificate'])
    }
    expect(asked).toEqual([])
    expect(proxy.asked).toEqual([`${NAME}:443`, `${NAME}:443`])
  },
)
