import { setTimeout as wait } from 'node:timers/promises'
import { crossing, distantRules } from '../alerts/rules.ts'
import { startReceiver, type Receiver } from '../alerts/receiver.ts'
import { load } from '../alerts/stream.ts'
import { createDraw } from '../frames/draw.ts'
import { mixOf, type Frame } from '../frames/frame-kind.ts'
import { framesOf } from '../frames/kinds.ts'
import { atMost, tell, tellFigure } from '../report/figure.ts'
import { demand } from '../stand/demand.ts'
import { contracts } from '../stand/exchange.ts'
import { quantile } from '../stand/race.ts'
import { createShellStand, VENUE } from '../stand/shell-stand.ts'
import { silentLog } from '../stand/silent-log.ts'
import { until } from '../stand/until.ts'
import { createNodeHttp } from '../../src/node/net/http.ts'
import { createRoutes } from '../../src/node/net/routes.ts'
import { ruleChoices, type RuleChoices } from '../../src/shared/alert-rows.ts'

const quick = process.argv.includes('--quick')
const RATE = 5000
const SECONDS = quick ? 4 : 15
const ROUNDS = quick ? 1 : 3
const SENT = quick ? 60 : 400
/** The first of each open connections and compile code. */
const WARM = 10
const BETWEEN_MS = 30
/** Of one core. */
const COST_AIM = 5
/** Over a bare POST. */
const DELAY_AIM = 50

const [marker = '', ...others] = contracts.symbols
const frames = framesOf(VENUE, others, contracts.charted.slice(1))
const own = framesOf(VENUE, [marker], [marker])
const whole = JSON.parse(own.first[0]!.text) as { readonly cs: number }
const make = mixOf(
  frames.market.filter(({ name }) => name.startsWith('ticker')),
  createDraw(11).next,
)
const stand = await createShellStand()
const { sockets, shell, watched } = stand
const { state, handlers } = shell.desk.engine()

function say({ topic, text }: Frame): void {
  sockets.carrier(topic)?.(text)
}

function markerFrame(markPrice: string, count: number): Frame {
  const topic = `tickers.${marker}`
  const order = { cs: whole.cs + count, ts: Date.now() }
  return { topic, text: JSON.stringify({ topic, type: 'delta', data: { symbol: marker, markPrice }, ...order }) }
}

async function save(rule: string | null, choices: RuleChoices): Promise<string> {
  return demand(await handlers.rules.save({ rule, choices }))
}

/** The rules every program begins with, and a thousand more. */
async function makeRules(): Promise<ReadonlyMap<string, RuleChoices>> {
  const own = ruleChoices.strip()
  const rules = new Map([...state.alerts.rules.rows()].map(([rule, row]) => [rule, own.parse(row)] as const))
  for (const choices of distantRules(watched)) rules.set(await save(null, { ...choices, enabled: false }), choices)
  return rules
}

async function switchAll(rules: ReadonlyMap<string, RuleChoices>, enabled: boolean): Promise<void> {
  for (const [rule, choices] of rules)
    if (state.alerts.rules.get(rule)?.enabled !== enabled) await save(rule, { ...choices, enabled })
}

async function measureCost(rules: ReadonlyMap<string, RuleChoices>): Promise<void> {
  const shares = { without: [] as number[], with: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const which of ['without', 'with'] as const) {
      await switchAll(rules, which === 'with')
      await load(RATE, 2, () => say(make()))
      shares[which].push(100 * (await load(RATE, SECONDS, () => say(make()))))
    }
  }
  if (state.alerts.recent.size > 0) throw new Error('A distant rule fired')
  const [without, loaded] = [Math.min(...shares.without), Math.min(...shares.with)]
  const measured = `${loaded.toFixed(1)} % of a core with rules, ${without.toFixed(1)} % without`
  const title = `${rules.size} rules at ${RATE.toLocaleString('en')} price changes a second`
  tellFigure(title, `${(loaded - without).toFixed(1)} % of a core`, measured, atMost(loaded - without, COST_AIM, ' %'))
}

async function openChannel(address: string): Promise<void> {
  const secrets = { botToken: null, mailPassword: null, webhookAddress: address, signingSecret: 'bench' }
  const settings = { kind: 'webhook', preset: 'plain', host: '127.0.0.1' } as const
  const choices = { channel: null, label: 'Bench', settings, level: 'on', failover: null, secrets } as const
  demand(await handlers.channels.save(choices))
}

/** Turn by turn, so that what else the machine does falls on both. */
async function takeTurns(receiver: Receiver, post: () => void) {
  const delays = { alert: [] as number[], bare: [] as number[] }
  for (let turn = 0; turn < WARM + SENT; turn += 1) {
    await wait(BETWEEN_MS)
    const alert = receiver.next()
    say(markerFrame(turn % 2 === 0 ? '1001' : '999', turn + 2))
    delays.alert.push(await alert)
    const bare = receiver.next()
    post()
    delays.bare.push(await bare)
  }
  return { alert: delays.alert.slice(WARM), bare: delays.bare.slice(WARM) }
}

async function measureDelay(): Promise<void> {
  const receiver = await startReceiver()
  const http = createNodeHttp(createRoutes({ environment: {}, hide: () => undefined, log: silentLog }))
  const wish = { method: 'POST', url: receiver.address, headers: {}, body: 'x'.repeat(600), timeoutMs: 5000 } as const
  await save(null, crossing(watched[0]!, 'either', '1000'))
  say(markerFrame('999', 1))
  // Where the price stands now is where counting begins, and nobody is told of it.
  await wait(500)
  await openChannel(receiver.address)
  const { alert, bare } = await takeTurns(receiver, () => void http.send(wish))
  await http.close()
  receiver.stop()
  const [ours, theirs] = [quantile(alert, 0.99), quantile(bare, 0.99)]
  const median = `${quantile(alert, 0.5).toFixed(1)} against ${quantile(bare, 0.5).toFixed(1)} ms`
  const measured = `p99 ${ours.toFixed(1)} against ${theirs.toFixed(1)} ms, median ${median}`
  const title = 'Event to delivered, over a bare POST'
  tellFigure(title, `p99 +${(ours - theirs).toFixed(1)} ms`, measured, atMost(ours - theirs, DELAY_AIM, ' ms'))
}

await until(() => contracts.symbols.every((symbol) => sockets.carrier(`tickers.${symbol}`) !== undefined))
;[...own.first, ...frames.first].forEach(say)
const rules = await makeRules()
await measureCost(rules)
await measureDelay()
tell({ kind: 'note', text: 'An event is a price that enters the socket port and crosses a line; all rules are on.' })
await stand.stop()
process.exit(0)
