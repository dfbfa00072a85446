import { describe, expect, it } from 'vitest'
import { defaultRules } from '../../engine/alerts/default-rules.ts'
import type { RuleRow } from '../../shared/alert-rows.ts'
import type { ChannelRow } from '../../shared/channel-rows.ts'
import type { AlertsOverview } from '../overview/overview.ts'
import { accountRow, desktopRow, fillRow, fillsOf, hedge, main, NOW, streamRow } from '../test/samples.ts'
import { STALE_AFTER_MS } from './account-news.ts'
import { LOST_AFTER_MS } from './connection-news.ts'
import { createStage } from './test/stage.ts'

const MINUTE_MS = 60_000

const computer: ChannelRow = {
  channel: 'os',
  label: '',
  settings: { kind: 'os' },
  level: 'on',
  failover: null,
  state: 'ready',
  problem: null,
  lastDeliveredAt: null,
  waiting: 0,
}

/** The rule for silent connections that every program begins with, or another made of it. */
function ruleOf(over: Partial<RuleRow> = {}): RuleRow {
  const first = defaultRules(NOW - 1000).find(({ rule }) => rule === 'stream-silent')
  if (first === undefined) throw new Error('There is a rule for silent connections')
  return { ...first, waiting: null, lastFiredAt: null, ...over }
}

function alertsOf(rules: readonly RuleRow[], over: Partial<ChannelRow> = {}): { readonly alerts: AlertsOverview } {
  return { alerts: { summary: { alarm: 0, undelivered: 0 }, rules, computer: { ...computer, ...over } } }
}

const fillRule = (over: Partial<RuleRow> = {}): RuleRow => ruleOf({ condition: { kind: 'fill' }, ...over })

/** Titles of what is told, and reasons of what is not, when a connection is lost for so long. */
function outage(lastsMs: number, over: Parameters<ReturnType<typeof createStage>['see']>[0]) {
  const { clock, system, see, user, start, suppressed } = createStage()
  see(over)
  const notices = start()
  see({ streams: [streamRow({ state: 'down' })] })
  for (let passed = 0; passed <= lastsMs; passed += 1000) {
    notices.look(user.overview)
    clock.advance(1000)
  }
  see({ streams: [streamRow()] })
  notices.look(user.overview)
  return { titles: system.titles(), why: suppressed() }
}

describe('a lost connection', () => {
  it('is left to the rule that tells of it, and so is its return where that rule tells it too', () => {
    expect(outage(MINUTE_MS, alertsOf([ruleOf()]))).toEqual({ titles: [], why: ['alerted', 'alerted'] })
    const silent = { titles: ['Connection restored: Somewhere'], why: ['alerted'] }
    expect(outage(MINUTE_MS, alertsOf([ruleOf({ recovery: false })]))).toEqual(silent)
    const slower = ruleOf({ condition: { kind: 'stream-stale', forMs: 2 * MINUTE_MS } })
    expect(outage(MINUTE_MS, alertsOf([ruleOf({ recovery: false }), slower]))).toEqual(silent)
  })

  it('that is back before the rule told of it was never lost', () => {
    expect(outage(MINUTE_MS - 2000, alertsOf([ruleOf()]))).toEqual({ titles: [], why: [] })
  })

  it.each<[string, Parameters<typeof outage>[1]]>([
    ['is off', alertsOf([ruleOf({ enabled: false })])],
    ['is muted', alertsOf([ruleOf({ mutedUntil: NOW + 3_600_000 })])],
    ['tells this computer nothing', alertsOf([ruleOf({ channels: { os: 'off' } })])],
    ['follows a channel that is off', alertsOf([ruleOf()], { level: 'off' })],
    ['waits for too long', alertsOf([ruleOf({ condition: { kind: 'stream-stale', forMs: 3_600_000 } })])],
    ['is about one account alone', alertsOf([ruleOf({ account: hedge })])],
    [
      'may not notify here',
      { ...alertsOf([ruleOf()]), desktop: desktopRow({ notices: { ...desktopRow().notices, alert: 'off' } }) },
    ],
  ])('is told here where the rule %s', (_, over) => {
    const { titles, why } = outage(LOST_AFTER_MS, over)
    expect(titles[0]).toBe('Connection lost: Somewhere')
    expect(why).toEqual([])
  })
})

describe('an account whose figures are old', () => {
  function titlesOf(rules: readonly RuleRow[]): readonly string[] {
    const { clock, system, see, user, start } = createStage()
    see({ ...alertsOf(rules), accounts: [accountRow({ state: 'stale' })], streams: [streamRow({ state: 'stale' })] })
    const notices = start()
    notices.look(user.overview)
    clock.advance(STALE_AFTER_MS)
    notices.look(user.overview)
    return system.titles()
  }

  it('is left to a rule about its connection', () => {
    expect(titlesOf([ruleOf()])).toEqual([])
    expect(titlesOf([ruleOf({ account: main })])).toEqual([])
    expect(titlesOf([ruleOf({ account: hedge })])).toEqual(['Figures of Main are stale'])
  })
})

describe('fills', () => {
  function told(rules: readonly RuleRow[], ...rows: readonly Parameters<typeof fillRow>[0][]) {
    const { clock, system, see, user, start, suppressed } = createStage()
    see({ ...alertsOf(rules), accounts: [accountRow(), accountRow({ account: hedge, label: 'Hedge' })] })
    const notices = start()
    clock.advance(2000)
    see({ fills: fillsOf(...rows.map(fillRow)) })
    notices.look(user.overview)
    return { titles: system.titles(), why: suppressed() }
  }

  it('are left to a rule about them, and others are told', () => {
    const rows = [{ fill: 'a' }, { fill: 'b', account: hedge, side: 'sell' }] as const
    expect(told([fillRule()], ...rows)).toEqual({ titles: [], why: ['alerted'] })
    expect(told([fillRule({ account: main })], ...rows)).toEqual({
      titles: ['Sold 0.013 BTCUSDT at 97,123.4'],
      why: ['alerted'],
    })
    expect(told([ruleOf()], { fill: 'a' })).toEqual({ titles: ['Bought 0.013 BTCUSDT at 97,123.4'], why: [] })
  })

  it('by force are left to the rule about liquidations alone', () => {
    const liquidated = ruleOf({ condition: { kind: 'liquidation' } })
    expect(told([liquidated], { cause: 'liquidation' }).titles).toEqual([])
    expect(told([fillRule()], { cause: 'adl' }).titles).toHaveLength(1)
  })

  it('from before the rule was made are told', () => {
    expect(told([fillRule({ createdAt: NOW + 1500 })], { at: NOW + 1000 }).titles).toHaveLength(1)
  })
})
