import type { Sentence, SentenceKey } from '../../shared/sentence.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Firing } from './evaluate.ts'
import type { Facts } from './facts.ts'
import type { About } from './reading.ts'

export interface Wording {
  /** The fact. */
  readonly title: Sentence
  /** Its figures. */
  readonly body: Sentence
}

/** What an alert says of what it tells, in no language yet. */
export function wordingOf(firing: Firing, facts: Pick<Facts, 'accounts' | 'venueName'>): Wording {
  const [title, body] = idsOf(firing)
  const words = withVenue(firing.about, facts)
  return { title: sentence(title, words), body: sentence(body, words) }
}

/** Contracts of one symbol and accounts of one owner are told apart by their exchange. */
export function withVenue(
  { words, account, instrument }: About,
  facts: Pick<Facts, 'accounts' | 'venueName'>,
): About['words'] {
  const named = instrument === null ? 'account' : 'symbol'
  const name = words[named] ?? ''
  const venue =
    instrument !== null ? facts.venueName(instrument) : account && (facts.accounts.get(account)?.venueName ?? null)
  return name === '' || venue === null ? words : { ...words, [named]: `${name} (${venue})` }
}

type Ids = readonly [title: SentenceKey, body: SentenceKey]

function idsOf({ rule: { condition }, about, direction }: Firing): Ids {
  switch (condition.kind) {
    case 'price-crosses':
      return [rose(condition.direction, direction) ? 'alert.price-rose' : 'alert.price-fell', 'alert.price-body']
    case 'price-moves':
      return ['alert.price-moved', 'alert.price-body']
    case 'position-pnl':
      return ['alert.position-pnl', 'alert.position-body']
    case 'position-roi':
      return ['alert.position-roi', 'alert.position-body']
    case 'liquidation-distance':
      return ['alert.liquidation-distance', 'alert.position-body']
    case 'margin-ratio':
      return ['alert.margin-ratio', 'alert.account-body']
    case 'drawdown':
      return ['alert.drawdown', 'alert.account-body']
    case 'daily-loss':
      return ['alert.daily-loss', 'alert.account-body']
    case 'funding-rate':
      return ['alert.funding-rate', 'alert.funding-body']
    case 'fill':
      return [about.words['action'] === 'buy' ? 'alert.bought' : 'alert.sold', 'alert.fill-body']
    case 'liquidation':
      return ['alert.liquidated', 'alert.fill-body']
    case 'order-ended':
      return [about.words['how'] === 'rejected' ? 'alert.order-rejected' : 'alert.order-expired', 'alert.order-body']
    case 'balance-changes':
      return ['alert.balance', 'alert.balance-body']
    case 'transfer':
      return [leaves(about.words['amountMoved']) ? 'alert.transfer-out' : 'alert.transfer-in', 'alert.transfer-body']
    case 'stream-stale':
      return [STREAM[about.words['state'] ?? ''] ?? 'alert.stream-stale', 'alert.stream-body']
    case 'key-rights-changed':
      return ['alert.key-rights', 'alert.key-rights-body']
    case 'key-expires':
      return ['alert.key-expires', 'alert.key-expires-body']
    case 'system':
      return [SYSTEM[condition.figure], 'alert.system-body']
    case 'restart':
      return ['alert.restarted', 'alert.restarted-body']
  }
}

/** A stream that was heard of late may still not be what is counted on. */
const STREAM: Readonly<Record<string, SentenceKey>> = {
  checking: 'alert.stream-checking',
  down: 'alert.stream-down',
}

const SYSTEM = {
  memory: 'alert.system-memory',
  processor: 'alert.system-processor',
  'event-loop-delay': 'alert.system-delay',
  'database-size': 'alert.system-database',
  'disk-free': 'alert.system-disk',
} as const

/** A price that comes back over its line went the other way. */
function rose(asked: 'above' | 'below' | 'either', direction: Firing['direction']): boolean {
  return asked === 'below' ? direction === 'back' : direction !== 'back'
}

function leaves(amount: string | undefined): boolean {
  return amount?.startsWith('-') === true
}
