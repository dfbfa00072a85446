import { z } from 'zod'
import { sentenceField } from '../../../shared/fields.ts'
import type { StoredDelivery } from '../../../engine/ports/alert-store.ts'
import type { Sentence } from '../../../shared/sentence.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Db } from '../database.ts'
import type { ParseBody } from './parse-body.ts'

type Row = Omit<StoredDelivery, 'problem'> & { readonly problem: string | null }

const UPSERT = `
  INSERT INTO deliveries VALUES (@alert, @channel, @loudness, @state, @key, @tries, @createdAt, @lastTriedAt, @nextTryAt,
    @deliveredAt, @problem, @insteadOf)
  ON CONFLICT DO UPDATE SET loudness = excluded.loudness, state = excluded.state, key = excluded.key,
    tries = excluded.tries, createdAt = excluded.createdAt, lastTriedAt = excluded.lastTriedAt,
    nextTryAt = excluded.nextTryAt, deliveredAt = excluded.deliveredAt, problem = excluded.problem,
    insteadOf = excluded.insteadOf`

const ORDER = 'ORDER BY nextTryAt, createdAt, alert'

/** Those of the limit, and the rest of every digest that one of them is in: a key always tells the same. */
const DUE = `
  SELECT * FROM deliveries WHERE channel = @channel AND nextTryAt IS NOT NULL AND key IN (
    SELECT key FROM deliveries WHERE channel = @channel AND nextTryAt <= @now ${ORDER} LIMIT @count
  ) ${ORDER}`

// A sentence we wrote ourselves; its id may be of an older version and is shown as it is.
const problemField = sentenceField.transform((value) => value as Sentence)

/** What is on its way, and what became of it. A delivery waits while it has a next try. */
export function createDeliveriesTable(db: Db, parse: ParseBody) {
  const upsert = db.prepare<[Row]>(UPSERT)
  const of = db.prepare<[string], Row>('SELECT * FROM deliveries WHERE alert = ? ORDER BY channel')
  const due = db.prepare<[{ channel: string; now: Time; count: number }], Row>(DUE)
  const waitingChannels = db.prepare<[], { readonly channel: string; readonly nextAt: number }>(
    'SELECT channel, min(nextTryAt) AS nextAt FROM deliveries WHERE nextTryAt IS NOT NULL GROUP BY channel',
  )
  const unsettled = db.prepare<[string], Row>(
    "SELECT * FROM deliveries WHERE channel = ? AND state NOT IN ('delivered', 'given-up', 'skipped') ORDER BY alert",
  )
  const held = db.prepare<[], Row>("SELECT * FROM deliveries WHERE nextTryAt IS NOT NULL AND state = 'held'")
  const undelivered = db.prepare<[], { readonly count: number }>(
    "SELECT count(*) AS count FROM deliveries WHERE state = 'undelivered'",
  )
  const waiting = db.prepare<[string], { readonly count: number }>(
    'SELECT count(*) AS count FROM deliveries WHERE nextTryAt IS NOT NULL AND channel = ?',
  )
  const read = ({ problem, ...row }: Row): StoredDelivery => ({ ...row, problem: problemOf(row.alert, problem) })

  function problemOf(alert: string, body: string | null): Sentence | null {
    return body === null ? null : parse(`problem of ${alert}`, z.nullable(problemField), body)
  }

  return {
    save: (delivery: StoredDelivery) =>
      void upsert.run({ ...delivery, problem: delivery.problem === null ? null : JSON.stringify(delivery.problem) }),
    of: (alerts: readonly string[]): readonly StoredDelivery[] => alerts.flatMap((alert) => of.all(alert).map(read)),
    due: (channel: string, now: Time, count: number): readonly StoredDelivery[] =>
      due.all({ channel, now, count }).map(read),
    waitingChannels: () => waitingChannels.all(),
    unsettled: (channel: string): readonly StoredDelivery[] => unsettled.all(channel).map(read),
    held: (): readonly StoredDelivery[] => held.all().map(read),
    undelivered: (): number => undelivered.get()?.count ?? 0,
    waiting: (channel: string): number => waiting.get(channel)?.count ?? 0,
  }
}
