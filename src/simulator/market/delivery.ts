import type { Time } from '../../shared/ids.ts'
import { DAY, HOUR } from './walk.ts'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** The next quarterly delivery that is more than a week away: the last Friday of a quarter, 08:00 UTC. */
export function nextDelivery(at: Time): Time {
  const soon = new Date(at + 7 * DAY)
  const quarter = Math.floor(soon.getUTCMonth() / 3)
  const own = lastFriday(soon.getUTCFullYear(), quarter)
  return own > at + 7 * DAY ? own : lastFriday(soon.getUTCFullYear(), quarter + 1)
}

/** How each venue writes the day into its symbols: "25DEC26" and "261225". */
export function deliveryNames(delivery: Time): { readonly bybit: string; readonly binance: string } {
  const [year = '', month = '', day = ''] = new Date(delivery).toISOString().slice(2, 10).split('-')
  return { bybit: `${day}${MONTHS[Number(month) - 1] ?? ''}${year}`, binance: `${year}${month}${day}` }
}

function lastFriday(year: number, quarter: number): Time {
  const lastDay = Date.UTC(year, quarter * 3 + 3, 0)
  const sinceFriday = (new Date(lastDay).getUTCDay() + 2) % 7
  return lastDay - sinceFriday * DAY + 8 * HOUR
}
