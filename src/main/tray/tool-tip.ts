import type { TotalRow } from '../../shared/account-rows.ts'
import type { Overview } from '../overview/overview.ts'
import type { Speech } from '../words/speech.ts'
import type { TrayImage } from './tray-model.ts'

/** Windows shows no more. */
const MOST_CHARACTERS = 127

/** Whose figures these are and how fresh, then equity, then today's result. */
export function toolTipOf({ mode, total }: Overview, state: TrayImage, speech: Speech): string {
  const demo = mode === 'demo' ? [speech.say('tray.demo')] : []
  const head = [...demo, 'Tidemark', speech.say(`tray.${state}`)].join(' · ')
  const lines = total === null ? [head] : [head, equityOf(total, speech), todayOf(total, speech)]
  return lines.join('\n').slice(0, MOST_CHARACTERS)
}

function equityOf({ equity, currency }: TotalRow, { say, money }: Speech): string {
  return say('tray.equity', { amount: money(equity), currency })
}

function todayOf({ todayPnl, todayReturn, currency }: TotalRow, { say, gain, percent }: Speech): string {
  const amount = say('tray.today', { amount: gain(todayPnl), currency })
  return todayReturn === null ? amount : `${amount} (${percent(todayReturn)})`
}
