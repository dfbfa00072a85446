import { describe, expect, it } from 'vitest'
import { bybit } from './venue.ts'
import { context, fixture, hearPrivate, hmacSigner, instruments } from './test/kit.ts'

const feed = bybit.privateFeed(context)
const [linear] = bybit.marketFeeds(context.hosts)
const heardOnMarket = (frame: unknown) =>
  linear!.hear(typeof frame === 'string' ? frame : JSON.stringify(frame), { instruments })

describe('pongs', () => {
  it.each([
    { success: true, ret_msg: 'pong', conn_id: '0970e817-426e', op: 'ping' },
    { success: true, ret_msg: 'pong', conn_id: '465772b1-7630', req_id: 'p1', op: 'ping' },
    { args: ['1795257600345'], op: 'pong' },
    { req_id: 'p1', op: 'pong', args: ['1795257600345'], conn_id: 'cfcb4ocsvfriu23r3er0-1b' },
  ])('come in any shape on any stream: %j', (pong) => {
    expect(hearPrivate(pong)).toEqual({ ok: true, value: { kind: 'heartbeat' } })
    expect(heardOnMarket(pong)).toEqual({ ok: true, value: { kind: 'heartbeat' } })
  })

  it('answer a text frame, since Bybit drops a client that only sends protocol pings', () => {
    expect(JSON.parse(feed.heartbeat('p1') ?? '')).toEqual({ req_id: 'p1', op: 'ping' })
    expect(feed.pace.heartbeatEvery).toBeLessThanOrEqual(20_000)
    expect(linear!.pace.heartbeatEvery).toBeLessThanOrEqual(20_000)
  })
})

describe('login', () => {
  it('expires ten seconds ahead on the exchange’s clock, not sooner', () => {
    const frame = feed.login(1_763_721_600_000, hmacSigner('KEY', 'SECRET'))
    expect(JSON.parse(frame ?? '')).toMatchObject({ op: 'auth', args: ['KEY', 1_763_721_610_000, expect.any(String)] })
  })

  it.each([
    { success: true, ret_msg: '', op: 'auth', conn_id: 'cejreaspqfh3sjdnldmg-p', req_id: 'a1' },
    { retCode: 0, retMsg: 'OK', op: 'auth', connId: 'cejreaspqfh3sjdnldmg-p' },
  ])('is acknowledged in either shape: %j', (ack) => {
    expect(hearPrivate(ack)).toEqual({ ok: true, value: { kind: 'welcomed' } })
  })

  it('"Params Error" may be a clock that is off, so it does not end the account', () => {
    const heard = hearPrivate({ success: false, ret_msg: 'Params Error', op: 'auth', conn_id: 'x' })
    expect(heard).toMatchObject({ value: { kind: 'refused', failure: { code: 'denied' } } })
    expect(heard.ok && heard.value.kind === 'refused' && heard.value.failure.terminal).toBeUndefined()
  })

  it.each([
    { success: false, ret_msg: 'error:USVC1111', op: 'auth' },
    { retCode: 33004, retMsg: 'Your api key has expired.', op: 'auth' },
  ])('any other refusal waits for the user: %j', (refusal) => {
    expect(hearPrivate(refusal)).toMatchObject({ value: { kind: 'refused', failure: { terminal: true } } })
  })

  it('is not needed on public streams', () => {
    expect(linear!.login(0, hmacSigner('KEY', 'SECRET'))).toBeNull()
  })
})

describe('subscriptions', () => {
  it.each([
    { success: true, ret_msg: '', op: 'subscribe', conn_id: 'c', req_id: 's1' },
    { success: true, ret_msg: 'subscribe', conn_id: 'c', req_id: 's1', op: 'subscribe' },
    { success: false, ret_msg: 'error:already subscribed,topic:tickers.BTCUSDT', req_id: 's1', op: 'subscribe' },
  ])('succeed: %j', (ack) => {
    expect(heardOnMarket(ack)).toEqual({ ok: true, value: { kind: 'subscribed', id: 's1' } })
  })

  it('succeed without an id where none is echoed', () => {
    const ack = { success: true, ret_msg: '', req_id: '', op: 'subscribe' }
    expect(heardOnMarket(ack)).toEqual({ ok: true, value: { kind: 'subscribed', id: null } })
    const command = { success: true, conn_id: 'c', data: { failTopics: [], successTopics: ['tickers.BTC'] } }
    expect(heardOnMarket({ ...command, type: 'COMMAND_RESP' })).toMatchObject({ value: { kind: 'subscribed' } })
  })

  it.each([
    { success: true, ret_msg: '', op: 'unsubscribe', req_id: 'u1' },
    { success: false, ret_msg: 'error:not subscribed,topic:tickers.BTCUSDT', op: 'unsubscribe', req_id: 'u1' },
  ])('ended are answered: %j', (ack) => {
    expect(heardOnMarket(ack)).toEqual({ ok: true, value: { kind: 'subscribed', id: 'u1' } })
  })

  it('name a topic that does not exist', () => {
    const refusal = {
      success: false,
      ret_msg: 'error:handler not found,topic:tickers.NOPEUSDT',
      req_id: '',
      op: 'subscribe',
    }
    expect(heardOnMarket(refusal)).toMatchObject({
      value: {
        kind: 'unsubscribable',
        topics: ['tickers.NOPEUSDT'],
        failure: { sentence: { id: 'venue.unknown-symbol', values: { symbol: 'NOPEUSDT' } } },
      },
    })
  })

  it('read the list of a partial failure', () => {
    const ret_msg =
      'Batch subscription partially succeeded and partially failed.Successful subscriptions are as follows:[]. Subscription to the following topics failed because the topic does not exist or there is a subscription conflict:[ticketInfo].'
    expect(hearPrivate({ success: false, ret_msg, op: 'subscribe', conn_id: 'c' })).toMatchObject({
      value: { kind: 'unsubscribable', topics: ['ticketInfo'], failure: { sentence: { id: 'venue.refused' } } },
    })
  })

  it('blame no topic where none is named', () => {
    const refusal = { success: false, ret_msg: 'args size >10', req_id: 's1', op: 'subscribe' }
    expect(heardOnMarket(refusal)).toMatchObject({ value: { kind: 'unsubscribable', id: 's1', topics: [] } })
  })

  it('are asked for in frames of at most twenty topics, each with the id', () => {
    const topics = Array.from({ length: 45 }, (_, index) => `tickers.T${index}USDT`)
    const frames = linear!.subscribe(topics, 's7').map((frame) => JSON.parse(frame))
    expect(frames.map(({ args }) => args.length)).toEqual([20, 20, 5])
    expect(frames.flatMap(({ args }) => args)).toEqual(topics)
    expect(frames.every(({ req_id, op }) => req_id === 's7' && op === 'subscribe')).toBe(true)
    expect(linear!.subscribe([], 's8')).toEqual([])
  })

  it('keep all-in-one and categorised topics apart, which Bybit refuses together', () => {
    expect(feed.topics).toEqual(['wallet', 'position', 'execution', 'order'])
    expect(feed.subscribe(feed.topics, 's1')).toHaveLength(1)
  })

  it('are not awaited by data: a frame before the acknowledgement is heard', () => {
    expect(heardOnMarket(fixture('public').tickerSnapshot)).toMatchObject({ value: { kind: 'items' } })
  })

  it('prove nothing without data: a market feed that stays silent is stale, a private one is not', () => {
    expect(linear!.pace.itemsWithin).toBe(20_000)
    expect(feed.pace.itemsWithin).toBeNull()
  })

  it('stay under the limit of 21,000 characters on one connection', () => {
    expect(linear!.pace.topicsPerConnection * 'kline.240.1000000LONGESTUSDT-26DEC26'.length).toBeLessThan(21_000)
  })
})

describe('lines that are no messages', () => {
  it.each(['Failed to decode incoming data: {', 'pong', '', '42', 'null', '"text"', '[]', '{}'])(
    '%j is noise',
    (line) => {
      expect(hearPrivate(line)).toMatchObject({ ok: true, value: { kind: 'ignored' } })
      expect(heardOnMarket(line)).toMatchObject({ ok: true, value: { kind: 'ignored' } })
    },
  )

  it('a message that arrived broken is a failure, for it may have borne money', () => {
    const text = JSON.stringify(fixture('private').position)
    for (const garbled of [text.slice(0, -7), text.slice(9), `{${text}`]) {
      expect(hearPrivate(garbled)).toMatchObject({ ok: false, failure: { sentence: { id: 'venue.unreadable' } } })
    }
  })

  it('the exchange’s texts are never repeated', () => {
    for (const op of ['auth', 'subscribe', 'ping', 'other']) {
      const heard = hearPrivate({ success: false, ret_msg: 'canary-7f3a origin_string[KEY]', op })
      expect(JSON.stringify(heard)).not.toContain('canary')
    }
  })
})
