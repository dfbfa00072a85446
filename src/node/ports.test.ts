import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { accountId } from '../shared/ids.ts'
import type { Failure } from '../shared/result.ts'
import { createNodePorts, type NodePorts, type NodePortsOptions } from './ports.ts'
import { startServer } from './test/local-server.ts'
import { START, account, fill, main } from './test/rows.ts'
import { tempFolder } from './test/temp-folder.ts'

const CANARY = 'CanaryKey0123456789abcdef'
const CANARY_SECRET = 'canarySecretZYXWVUTSRQ987'
const PASSPHRASE = 'canary passphrase of mine'

interface Opened extends NodePorts {
  readonly root: string
  readonly shown: readonly string[]
}

async function open(change: Partial<NodePortsOptions> = {}): Promise<Opened> {
  const shown: string[] = []
  const root = change.root ?? tempFolder()
  const made = await createNodePorts({ ...optionsIn(root, shown), ...change })
  if (!made.ok) throw new Error(made.failure.sentence.id)
  onTestFinished(() => made.value.stop())
  return { ...made.value, root, shown }
}

function optionsIn(root: string, shown: string[] = []): NodePortsOptions {
  return {
    mode: 'live',
    program: 'headless',
    root,
    defaultRoot: '/nowhere',
    environment: {},
    vault: 'file',
    log: { level: 'debug', form: 'human', terminal: (text) => void shown.push(text) },
    storeProblem: () => undefined,
  }
}

async function failureOf(options: NodePortsOptions): Promise<Failure> {
  const made = await createNodePorts(options)
  if (made.ok) throw new Error('It was opened')
  return made.failure
}

test('the ports work together, and stop leaves a folder that can be opened again', async () => {
  const server = await startServer({ respond: (_, response) => void response.end('pong') })
  const { ports, stop, root } = await open()
  const answer = await ports.http.send({ method: 'GET', url: server.http, headers: {}, timeoutMs: 5000 })
  expect(answer).toMatchObject({ kind: 'answer', body: 'pong' })
  await ports.store.saveAccount(account())
  ports.store.appendFills([fill()])
  await stop()
  const again = await open({ root })
  expect(again.ports.store.accounts()).toEqual([account()])
  expect(again.ports.store.fills({ account: main, instrument: null, before: START + 1, count: 9 })).toEqual([fill()])
})

test('demo keeps its own data and its keys in memory, over the network it is given', async () => {
  const net = {
    http: { send: () => Promise.reject(new Error('not asked')) },
    sockets: { open: () => Promise.reject(new Error('not asked')) as never },
  }
  const live = await open()
  const demo = await open({ root: live.root, mode: 'demo', net })
  expect([demo.ports.vault.kind, demo.ports.http, demo.ports.sockets]).toEqual(['memory', net.http, net.sockets])
  await demo.ports.store.saveAccount(account())
  expect(live.ports.store.accounts()).toEqual([])
})

test('a failed opening lets go of the folder and leaves the file alone', async () => {
  const { stop, root } = await open()
  await stop()
  const database = join(root, 'live', 'tidemark.db')
  const good = readFileSync(database)
  writeFileSync(database, 'rubbish'.repeat(100))
  expect((await failureOf(optionsIn(root))).sentence.id).toBe('store.unreadable')
  expect((await failureOf(optionsIn(root))).sentence.id).toBe('store.unreadable')
  expect(readFileSync(database, 'utf8')).toBe('rubbish'.repeat(100))
  writeFileSync(database, good)
  await open({ root })
})

test('a second program is told who has the folder', async () => {
  const { root } = await open()
  const failure = await failureOf({ ...optionsIn(root), program: 'desktop' })
  expect(failure.sentence).toMatchObject({ id: 'folder.taken', values: { program: 'headless' } })
})

test('a canary secret is in no file and on no terminal, whatever was done with it', async () => {
  const { ports, stop, root, shown } = await open({
    environment: { HTTP_PROXY: `http://trader:${CANARY_SECRET}@127.0.0.1:1` },
  })
  const id = accountId('canary')
  await ports.vault.unlock(PASSPHRASE)
  await ports.vault.put(id, { apiKey: CANARY, apiSecret: CANARY_SECRET })
  const signer = await ports.vault.signer(id)
  if (!signer.ok) throw new Error(signer.failure.sentence.id)
  const url = `http://exchange.test/order?signature=${signer.value.sign('x')}`
  const answer = await ports.http.send({ method: 'GET', url, headers: { 'X-Key': CANARY }, timeoutMs: 5000 })
  ports.log.error(`refused ${JSON.stringify(answer)} for ${CANARY}`, {
    note: `${CANARY_SECRET}!`,
    passphrase: PASSPHRASE,
  })
  await ports.store.saveAccount(account({ account: id }))
  await stop()

  const folder = join(root, 'live')
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(readdirSync(folder).sort()).toEqual(['keys.vault', 'lock', 'tidemark.db', 'tidemark.log'])
  const everything = [...files, ...shown, JSON.stringify(answer)].join('\n')
  expect(everything).toContain('refused')
  for (const secret of [CANARY, CANARY_SECRET, PASSPHRASE]) expect(everything).not.toContain(secret)
})
