import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { HIDDEN } from '../../shared/format/amount.ts'
import { accountRow, desktopRow, hedge, main, NOW, overviewOf, streamRow, totalRow } from '../test/samples.ts'
import { createSpeech } from '../words/speech.ts'
import type { Overview } from '../overview/overview.ts'
import { attentionOf, type Attention } from './attention.ts'
import { trayModel, type TrayModel } from './tray-model.ts'

const speech = createSpeech('en', 'UTC', 'shown')

function modelOf(over: Partial<Overview> = {}, attention: Attention = 'none'): TrayModel {
  return trayModel({ overview: overviewOf(over), attention, now: NOW }, speech)
}

function labels({ items }: TrayModel): readonly string[] {
  return items.map((item) => (item.kind === 'separator' ? '—' : item.label))
}

it('is alarmed while something critical stands', () => {
  expect([0, 1, 3].map((alarm) => attentionOf({ alarm }))).toEqual(['none', 'alarm', 'alarm'])
})

describe('the picture', () => {
  const down = streamRow({ state: 'down' })
  it.each<[string, Partial<Overview>, Attention, string]>([
    ['everything is heard', {}, 'none', 'live'],
    ['an account is being checked', { accounts: [accountRow({ state: 'checking' })] }, 'none', 'live'],
    ['an account starts', { accounts: [accountRow({ state: 'starting' })] }, 'none', 'live'],
    ['an account is stale', { accounts: [accountRow({ state: 'stale' })] }, 'none', 'stale'],
    [
      'one of two is down',
      { accounts: [accountRow(), accountRow({ account: hedge, state: 'down' })] },
      'none',
      'stale',
    ],
    ['nothing is heard', { accounts: [accountRow({ state: 'down' })], streams: [down] }, 'none', 'offline'],
    ['a stream nobody needs is down', { streams: [{ ...down, required: false }] }, 'none', 'live'],
    ['the only account is refused', { accounts: [accountRow({ state: 'refused' })], streams: [] }, 'none', 'offline'],
    ['there is an alarm', { accounts: [accountRow({ state: 'down' })] }, 'alarm', 'alarm'],
  ])('when %s', (_, over, attention, image) => {
    expect(modelOf(over, attention).image).toBe(image)
  })
})

describe('the tooltip', () => {
  it('tells state, equity and the result of the day', () => {
    expect(modelOf().toolTip).toBe('Tidemark · Live\nEquity 10,500.25 USDT\nToday +120.50 USDT (+1.15\u00a0%)')
  })

  it('says first that the figures are the simulator’s', () => {
    expect(modelOf({ mode: 'demo' }).toolTip).toMatch(/^DEMO · Tidemark/)
  })

  it('hides amounts behind dots of one width and leaves percentages', () => {
    const hidden = createSpeech('en', 'UTC', 'hidden')
    const { toolTip } = trayModel({ overview: overviewOf(), attention: 'none', now: NOW }, hidden)
    expect(toolTip).toBe(`Tidemark · Live\nEquity ${HIDDEN} USDT\nToday ${HIDDEN} USDT (+1.15\u00a0%)`)
  })

  it('has a dash for what is not known, hidden or not', () => {
    const total = totalRow({ equity: null, todayPnl: null, todayReturn: null })
    expect(modelOf({ total }).toolTip).toBe('Tidemark · Live\nEquity — USDT\nToday — USDT')
  })

  it('names itself alone before anything was read', () => {
    expect(modelOf({ total: null, accounts: [], streams: [] }).toolTip).toBe('Tidemark · Live')
  })

  it('keeps to what Windows shows', () => {
    const total = totalRow({ equity: decimal(`${'9'.repeat(70)}.5`), todayPnl: decimal(`-${'9'.repeat(70)}`) })
    expect(modelOf({ total, mode: 'demo' }).toolTip.length).toBeLessThanOrEqual(127)
  })
})

describe('the menu', () => {
  it('has a line for each account between showing and pausing', () => {
    const accounts = [accountRow(), accountRow({ account: hedge, label: 'R&D', state: 'refused' })]
    expect(labels(modelOf({ accounts }))).toEqual([
      'Show Tidemark',
      '—',
      'Main: live, heard just now',
      'R&&D: refused, needs you',
      '—',
      'Pause notices for 1 h',
      'Diagnostics',
      '—',
      'Quit Tidemark',
    ])
  })

  it('tells in words how old a quiet account is, no finer than a minute', () => {
    const line = (heardAt: number | null): string | undefined =>
      labels(modelOf({ accounts: [accountRow({ state: 'stale' })], streams: [streamRow({ heardAt })] }))[2]
    expect(line(NOW - 185_000)).toBe('Main: stale, heard 3 minutes ago')
    expect(line(NOW - 186_000)).toBe(line(NOW - 185_000))
    expect(line(NOW - 5000)).toBe('Main: stale, heard 1 minute ago')
    expect(line(null)).toBe('Main: stale')
  })

  it('leads to the account', () => {
    expect(modelOf().items[2]).toMatchObject({
      action: { do: 'open', place: { tab: 'account', account: main, instrument: null } },
    })
  })

  it('offers to resume while notices are paused, and to pause once they are not', () => {
    const pause = (pausedUntil: number): unknown => modelOf({ desktop: desktopRow({ pausedUntil }) }).items[4]
    expect(pause(NOW + 60_000)).toMatchObject({
      label: 'Resume notices (paused until 12:01)',
      action: { do: 'resume' },
    })
    expect(pause(NOW)).toMatchObject({ label: 'Pause notices for 1 h', action: { do: 'pause' } })
  })

  it('speaks Russian and Bulgarian', () => {
    const state = { overview: overviewOf({ mode: 'demo' }), attention: 'none', now: NOW } as const
    expect(trayModel(state, createSpeech('ru', 'UTC', 'shown')).toolTip).toMatch(/^ДЕМО · Tidemark · Онлайн/)
    expect(labels(trayModel(state, createSpeech('bg', 'UTC', 'shown'))).at(-1)).toBe('Изход от Tidemark')
  })
})
