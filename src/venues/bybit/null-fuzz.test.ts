import * as check from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountEvents, context, fixture, hearPrivate, instruments, listBody, perform, replied } from './test/kit.ts'
import { snapshot } from './snapshot.ts'
import { bybit } from './venue.ts'

const frames = fixture('private')
const rest = fixture('rest')

/** Fields without which a row says nothing that could be used. Everything else may be null, "" or missing. */
const essential: Readonly<Record<string, readonly string[]>> = {
  wallet: ['coin'],
  position: ['positionIdx', 'symbol', 'side', 'size'],
  orderLimit: ['orderId', 'symbol', 'side', 'orderStatus', 'createdTime'],
  execution: ['execId', 'orderId', 'symbol', 'side', 'execType', 'execPrice', 'execQty', 'execTime'],
}

describe('whole report dies on one null', () => {
  const cases = Object.entries(essential).flatMap(([name, needed]) =>
    Object.keys(frames[name].data[0])
      .filter((field) => !needed.includes(field))
      .map((field) => [name, field] as const),
  )

  it.each(cases)('%s frame lives without %s', (name, field) => {
    const missing = name === 'position' && field === 'updatedTime' ? [null, undefined] : [null, undefined, '']
    for (const nothing of missing) {
      const frame = fixture('private')[name]
      frame.data[0][field] = nothing
      expect(accountEvents(frame).length).toBeGreaterThan(0)
    }
  })

  it.each(Object.keys(frames.wallet.data[0].coin[0]).filter((field) => !['coin', 'walletBalance'].includes(field)))(
    'a coin lives without %s',
    (field) => {
      for (const nothing of [null, undefined, '']) {
        const frame = fixture('private').wallet
        frame.data[0].coin[0][field] = nothing
        expect(accountEvents(frame)[0]).toMatchObject({ kind: 'balance', balance: { wallet: '9997.69' } })
      }
    },
  )

  it.each(['wallet', 'position', 'orderLimit', 'execution'])(
    '%s frame without an essential field is refused',
    (name) => {
      for (const field of essential[name] ?? []) {
        const frame = fixture('private')[name]
        frame.data[0][field] = null
        expect(hearPrivate(frame).ok).toBe(false)
      }
    },
  )

  it('a snapshot lives with any optional field of any row being null', () => {
    const positionFields = Object.keys(rest.positions.result.list[0]).filter(
      (field) => !essential['position']!.includes(field),
    )
    check.assert(
      check.property(check.subarray(positionFields), (fields) => {
        const row = { ...rest.positions.result.list[0], ...Object.fromEntries(fields.map((field) => [field, null])) }
        const { result } = perform(snapshot(context), (read) => {
          if (read.path === '/v5/account/wallet-balance') return replied(rest.wallet)
          if (read.path === '/v5/account/info') return replied(rest.accountInfo)
          if (read.path === '/v5/user/query-api') return replied(rest.keyInfo)
          return replied(listBody(read.path === '/v5/position/list' ? [row] : []))
        })
        expect(result.ok && result.value.positions).toHaveLength(1)
      }),
    )
  })
})

describe('parsers never throw', () => {
  const [linear] = bybit.marketFeeds(context.hosts)
  const topics = check.constantFrom(
    'wallet',
    'position',
    'order',
    'execution',
    'tickers.BTCUSDT',
    'kline.1.BTCUSDT',
    'kline.',
    '__proto__',
  )
  const anything = check.oneof(check.string(), check.json(), check.string({ unit: 'binary' }))

  it('on any text', () => {
    check.assert(
      check.property(anything, (text) => {
        hearPrivate(text)
        linear!.hear(text, { instruments })
      }),
      { numRuns: 1000 },
    )
  })

  it('on any data below a known topic', () => {
    check.assert(
      check.property(topics, check.jsonValue(), check.jsonValue(), (topic, data, other) => {
        const text = JSON.stringify({ topic, type: 'delta', creationTime: 1, ts: 1, cs: 1, data, other })
        hearPrivate(text)
        linear!.hear(text, { instruments })
      }),
      { numRuns: 1000 },
    )
  })

  it('on real rows with any one field replaced by anything', () => {
    const names = Object.keys(frames).filter((name) => name !== 'source')
    check.assert(
      check.property(check.constantFrom(...names), check.nat(), check.jsonValue(), (name, pick, value) => {
        const frame = fixture('private')[name]
        const fields = Object.keys(frame.data[0])
        frame.data[0][fields[pick % fields.length]!] = value
        hearPrivate(frame)
      }),
      { numRuns: 1000 },
    )
  })
})
