import { spawn, type ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'

const entry = join(import.meta.dirname, '..', 'simulator-main.ts')

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '' },
  })
}

/** What a process said before it ended, and how it ended. */
async function run(...args: readonly string[]) {
  const child = start(...args)
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (text: Buffer) => (said.stdout += text.toString()))
  child.stderr?.on('data', (text: Buffer) => (said.stderr += text.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { ...said, code }
}

interface Greeting {
  readonly port: number
  readonly environment: Readonly<Record<string, string>>
  readonly keys: readonly { readonly venue: string; readonly apiKey: string; readonly apiSecret: string }[]
}

describe('the simulator as a process', () => {
  let child: ChildProcess
  let greeting: Greeting
  beforeAll(async () => {
    child = start('--port', '0', '--json', '--bot', 'off', '--market', 'still')
    if (child.stdout === null) throw new Error('no output')
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    greeting = JSON.parse(line) as Greeting
  })
  afterAll(() => void child.kill('SIGKILL'))

  const address = (name: string) => greeting.environment[name] ?? ''
  const control = async (command: unknown) => {
    const request = { method: 'POST', body: JSON.stringify(command) }
    return (await (await fetch(`${address('TIDEMARK_BINANCE_REST_URL')}/control`, request)).json()) as { ok: boolean }
  }
  const keyOf = (venue: string) => {
    const key = greeting.keys.find((each) => each.venue === venue)
    if (key === undefined) throw new Error(`no key of ${venue}`)
    return key
  }

  it('serves both exchanges on one port', async () => {
    const binance = await fetch(`${address('TIDEMARK_BINANCE_REST_URL')}/fapi/v1/time`)
    const bybit = await fetch(`${address('TIDEMARK_BYBIT_REST_URL')}/v5/market/time`)
    expect([binance.status, bybit.status]).toEqual([200, 200])
    expect(await binance.json()).toEqual({ serverTime: expect.any(Number) })
    expect(await bybit.json()).toMatchObject({ retCode: 0 })
  })

  it('accepts a signature made with the key it names', async () => {
    const { apiKey, apiSecret } = keyOf('binance')
    const query = `timestamp=${Date.now()}`
    const signature = createHmac('sha256', apiSecret).update(query).digest('hex')
    const url = `${address('TIDEMARK_BINANCE_REST_URL')}/fapi/v3/balance?${query}&signature=${signature}`
    const answer = await fetch(url, { headers: { 'x-mbx-apikey': apiKey } })
    expect(await answer.json()).toEqual(expect.arrayContaining([expect.objectContaining({ asset: 'USDT' })]))
  })

  it('tells a user data socket of a trade that the control surface made', async () => {
    const { apiKey } = keyOf('binance')
    const headers = { 'x-mbx-apikey': apiKey }
    const asked = await fetch(`${address('TIDEMARK_BINANCE_REST_URL')}/fapi/v1/listenKey`, { method: 'POST', headers })
    const { listenKey } = (await asked.json()) as { listenKey: string }
    const socket = new WebSocket(
      `${address('TIDEMARK_BINANCE_WS_URL')}/private/ws?listenKey=${listenKey}&events=ACCOUNT_UPDATE`,
    )
    await once(socket, 'open')
    const heard = once(socket, 'message')
    const trade = { do: 'trade', account: 'binance-demo', symbol: 'LTCUSDT', side: 'buy', quantity: '1' }
    expect(await control(trade)).toMatchObject({ ok: true })
    const [frame] = (await heard) as [Buffer]
    expect(JSON.parse(frame.toString())).toMatchObject({ e: 'ACCOUNT_UPDATE', a: { m: 'ORDER' } })
    socket.terminate()
  })

  it('says which port is taken', async () => {
    const { code, stderr } = await run('--port', String(greeting.port))
    expect([code, stderr]).toEqual([1, expect.stringContaining(`Port ${greeting.port} on 127.0.0.1 is taken`)])
  })

  it('ends cleanly when asked to, open connections and all', async () => {
    const socket = new WebSocket(`${address('TIDEMARK_BINANCE_WS_URL')}/market/ws/btcusdt@markPrice@1s`)
    await once(socket, 'open')
    const ended = once(socket, 'close')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    await ended
  })
})

describe('its command line', () => {
  it.each([
    [['--help'], 0, 'Usage: npm run simulator'],
    [['--version'], 0, '.'],
  ])('%j answers', async (args, code, words) => {
    const ended = await run(...args)
    expect([ended.code, ended.stderr]).toEqual([code, ''])
    expect(ended.stdout).toContain(words)
  })

  it('names an option there is not, and starts nothing', async () => {
    const ended = await run('--prot', '8100')
    expect([ended.code, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr).toContain('--prot')
  })
})
