import { SIGNING_SECRET } from '../../../channels/test/decoded.ts'
import { createNodeClock } from '../../../node/clock.ts'
import { btc, channelOf, noNotices, priceRow } from '../alert-samples.ts'
import { openAlertStage, type StageOptions } from '../alert-stage.ts'

export interface Hearing {
  /** Resolves once the price was held against the rules and nothing waits to be sent any more. */
  hear(price: string): Promise<void>
  stop(): Promise<void>
}

/** Longer than a change waits until it is looked at. */
const LOOKED_MS = 30

/** Alerts with one webhook, started. */
export async function openHearing({
  folder,
  address,
  around,
}: Pick<StageOptions, 'folder' | 'around'> & { readonly address: string }): Promise<Hearing> {
  const clock = createNodeClock()
  const stage = await openAlertStage({
    folder,
    clock,
    rules: [],
    channels: [noNotices, channelOf('hook')],
    secrets: { 'channel hook webhookAddress': address, 'channel hook signingSecret': SIGNING_SECRET },
    ...(around === undefined ? {} : { around }),
  })
  stage.alerts.start()

  function onceTold(done: () => void): void {
    if (stage.store.waitingChannels().length === 0) done()
    else clock.after(2, () => onceTold(done))
  }

  return {
    hear: (price) => {
      stage.state.prices.set(btc, priceRow(price, clock.now()))
      return new Promise((resolve) => void clock.after(LOOKED_MS, () => onceTold(resolve)))
    },
    stop: async () => {
      await stage.stop()
      clock.stop()
    },
  }
}
