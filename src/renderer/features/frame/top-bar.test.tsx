// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Badge, Freshness } from '../../../shared/fields.ts'
import { accountId } from '../../../shared/ids.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show } from '../../test/fake-page.tsx'
import { accountRow, streamRow, totalRow } from '../../test/rows.ts'
import { TopBar } from './top-bar.tsx'
import { useWindowTitle } from './use-window-title.ts'

prepareDom()

const badges = () => [...document.querySelectorAll('.badges .badge')].map((badge) => badge.textContent)

describe('the badge', () => {
  const worlds: readonly (readonly [Badge, string])[] = [
    ['live', 'LIVE'],
    ['testnet', 'TESTNET'],
    ['demo-trading', 'DEMO TRADING'],
    ['custom', 'CUSTOM'],
    ['demo', 'DEMO'],
  ]

  it.each(worlds)('of %s is its own', (badge, text) => {
    const fake = settled()
    fake.feed('accounts.list', { main: accountRow({ badge }) })
    show(fake, <TopBar />)
    expect(badges()).toEqual([text])
    expect(document.querySelector(`.badge.${badge}`)).not.toBeNull()
  })

  it('tells of every kind of account there is, each once', () => {
    const fake = settled()
    const rows = (['testnet', 'live', 'live'] as const).map((badge, index) => {
      return [`a${index}`, accountRow({ account: accountId(`a${index}`), badge })] as const
    })
    fake.feed('accounts.list', Object.fromEntries(rows))
    show(fake, <TopBar />)
    expect(badges()).toEqual(['LIVE', 'TESTNET'])
  })

  it('is DEMO in demo mode before any account is known, in the title too', () => {
    const fake = settled({}, 'demo')
    fake.feed('portfolio.totals', { all: totalRow() })
    function Titled() {
      useWindowTitle()
      return <TopBar />
    }
    show(fake, <Titled />)
    expect(badges()).toEqual(['DEMO'])
    expect(document.title).toBe('DEMO · 10,500.25 USDT · Tidemark')
  })
})

describe('the connection', () => {
  it.each<readonly [Freshness, string]>([
    ['live', 'Live'],
    ['checking', 'Checking'],
    ['stale', 'Stale'],
    ['down', 'Offline'],
  ])('that is %s at worst is told as %s', (state, text) => {
    const fake = settled()
    fake.feed('accounts.list', { main: accountRow() })
    fake.feed('health.streams', { a: streamRow(), b: streamRow({ stream: 'prices', state }) })
    show(fake, <TopBar />)
    expect(screen.getByRole('button', { name: `Connections: ${text}` })).toBeTruthy()
  })
})

it('holds the place of the totals until they are told', () => {
  const fake = settled()
  show(fake, <TopBar />)
  expect(document.querySelector('.total')?.textContent).toBe('Equity')
  fake.feed('portfolio.totals', {})
  expect(document.querySelector('.total')?.textContent).toContain('—')
})
