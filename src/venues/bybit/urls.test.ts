import { describe, expect, it } from 'vitest'
import { hosts, hostVariables, place } from './urls.ts'
import { bybit } from './venue.ts'

describe('hosts', () => {
  it('takes the public stream of demo trading from mainnet, everything else from its own hosts', () => {
    const demo = hosts('demo-trading', {})
    expect(demo.publicStream).toBe(hosts('mainnet', {}).publicStream)
    expect(demo.privateStream).toBe('wss://stream-demo.bybit.com/v5/private')
    expect(demo.rest).toBe('https://api-demo.bybit.com')
    expect(place('demo-trading')).toBe(place('mainnet'))
    expect(place('testnet')).not.toBe(place('mainnet'))
  })

  it('replaces single hosts and drops a trailing slash', () => {
    const own = hosts('mainnet', { rest: 'https://api.bybit.eu/', privateStream: 'wss://stream.bybit.eu/v5/private' })
    expect(own).toEqual({
      rest: 'https://api.bybit.eu',
      publicStream: 'wss://stream.bybit.com/v5/public',
      privateStream: 'wss://stream.bybit.eu/v5/private',
    })
  })

  it('names one environment variable for each host', () => {
    expect(Object.keys(hostVariables).sort()).toEqual(Object.keys(hosts('mainnet', {})).sort())
  })

  it('keeps the simulator off every real network', () => {
    for (const url of Object.values(bybit.hosts('simulator', {})))
      expect(url).toMatch(/^(?:http|ws):\/\/bybit\.simulator/)
  })
})

describe('the public streams', () => {
  it('has one connection per category, below the public host', () => {
    const urls = bybit.marketFeeds(hosts('testnet', {})).map((feed) => feed.url(null))
    expect(urls).toEqual([
      'wss://stream-testnet.bybit.com/v5/public/linear',
      'wss://stream-testnet.bybit.com/v5/public/inverse',
    ])
  })
})
