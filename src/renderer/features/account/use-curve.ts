import { useEffect, useState } from 'react'
import type { EquityPoint } from '../../../shared/account-rows.ts'
import type { Failure } from '../../../shared/result.ts'
import { usePage, useRow } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'

export type Span = '1H' | '1D' | '1W' | '1M' | 'All'

export type Curve =
  | { readonly state: 'loading' | 'ready'; readonly points: readonly EquityPoint[] }
  | { readonly state: 'failed'; readonly points: readonly EquityPoint[]; readonly failure: Failure }

const HOUR = 3_600_000
const LENGTH: Readonly<Record<Span, number>> = {
  '1H': HOUR,
  '1D': 24 * HOUR,
  '1W': 168 * HOUR,
  '1M': 720 * HOUR,
  All: Infinity,
}
const POINTS = 800
/** The stored curve is read again so often; between readings its live end moves by itself. */
const AGAIN_MS: Readonly<Record<Span, number>> = {
  '1H': 15_000,
  '1D': 60_000,
  '1W': 300_000,
  '1M': 300_000,
  All: 300_000,
}

/** The recorded points of a span, with the live equity at their end while it is live. */
export function useCurve(account: Chosen, span: Span): Curve {
  const { client, engineNow, queries } = usePage()
  const [curve, setCurve] = useState<Curve>({ state: 'loading', points: [] })
  const total = useRow(queries.totals, account)

  useEffect(() => {
    const life = { ended: false }
    async function read(): Promise<void> {
      const to = Math.floor(engineNow())
      const from = span === 'All' ? 0 : Math.floor(to - LENGTH[span])
      const answer = await client.portfolio.equity({ account, from, to, points: POINTS })
      if (life.ended) return
      if (answer.ok) setCurve({ state: 'ready', points: answer.value.points })
      else setCurve((now) => ({ state: 'failed', points: now.points, failure: answer.failure }))
    }
    void read()
    const timer = setInterval(() => void read(), AGAIN_MS[span])
    return () => {
      life.ended = true
      clearInterval(timer)
    }
  }, [client, engineNow, account, span])

  if (total?.equity == null || total.freshness !== 'live' || curve.state !== 'ready') return curve
  const last = curve.points.at(-1)
  if (last === undefined || total.heardAt <= last.at) return curve
  return { ...curve, points: [...curve.points, { at: total.heardAt, equity: total.equity, transfers: last.transfers }] }
}
