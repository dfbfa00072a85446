import { expect, onTestFinished, test } from 'vitest'
import { accountRow, fillRow, streamRow } from '../../../engine/alerts/test/rows.ts'
import { PASSWORD, startMailServer } from '../../../node/test/mail-server.ts'
import { tempFolder } from '../../../node/test/temp-folder.ts'
import { channelOf, noNotices } from '../alert-samples.ts'
import { openAlertStage } from '../alert-stage.ts'
import { createHurriedClock } from '../hurried-clock.ts'
import { createMailTrust, mailSettings, openssl } from './mail-trust.ts'
import { until } from './market.ts'
import { telegramWay } from './ways.ts'

const { issue, withMailer } = createMailTrust()
const HOUR = 3_600_000

test.skipIf(!openssl)('the report of an absence arrives with its fills, in the chat and in the mail', async () => {
  const clock = createHurriedClock(500)
  const from = clock.now() - HOUR
  const server = await startMailServer('tls', issue('IP:127.0.0.1'))
  onTestFinished(server.stop)
  const telegram = await telegramWay('telegram')
  const stage = await openAlertStage({
    folder: tempFolder(),
    clock,
    rules: [],
    channels: [noNotices, telegram.channel, channelOf('mail', { settings: mailSettings(server.port) })],
    secrets: { ...telegram.secrets, 'channel mail mailPassword': PASSWORD },
    environment: telegram.environment,
    around: { host: withMailer, store: (store) => ({ ...store, watchedUntil: () => from }) },
  })
  onTestFinished(stage.stop)
  stage.facts.appendFills([fillRow({ at: from + 1 }), fillRow({ fill: 'earlier', at: from - 1 })])
  await stage.facts.flush()
  stage.state.accounts.set('main', accountRow({ label: 'Основен' }))
  stage.state.streams.set('Main private', streamRow({ heardAt: clock.now() }))
  stage.alerts.start()

  const { deliveries } = stage.state.alerts
  await until(deliveries, () => [...deliveries.rows()].filter(([, { state }]) => state === 'delivered').length === 2)
  const name = `Tidemark-while-away-${new Date(from).toISOString().slice(0, 19).replaceAll(':', '-')}.csv`
  const line = `${new Date(from + 1).toISOString()},Основен,Venue,BTCUSDT,trade,buy,100,1,0.1,USDT,0,,`
  const arrived = [...telegram.documents, ...(server.mails[0]?.attachments ?? [])]
  expect(arrived).toMatchObject([
    { name, type: 'text/csv' },
    { name, type: 'text/csv' },
  ])
  for (const { bytes } of arrived) expect(bytes.toString('utf8').split('\r\n').slice(1)).toEqual([line])
  expect([telegram.arrived().length, server.mails.length]).toEqual([1, 1])
})
