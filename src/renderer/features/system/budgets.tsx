import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import type { BudgetRow } from '../../../shared/health-rows.ts'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** How much of each exchange's patience is used. */
export function Budgets() {
  const say = useWords()
  const { queries } = usePage()
  const rows = [...useRows(queries.budgets)].sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <Card title={say('system.budgets')} count={rows.length}>
      {rows.length === 0 ? (
        <LiveEmpty query={queries.budgets}>
          <Notice title={say('system.budgets.none')} />
        </LiveEmpty>
      ) : (
        <ul className="budgets">
          {rows.map(([key, row]) => (
            <Budget key={key} row={row} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Budget({ row }: { readonly row: BudgetRow }) {
  const say = useWords()
  const { time } = useFormats()
  const share = Math.min(1, row.used / row.limit)
  const mood = row.restsUntil !== null || share > 0.9 ? 'down' : share > 0.6 ? 'warn' : ''
  return (
    <li>
      <div className="budget-name">
        <span>
          {row.host} <span className="tag">{row.bucket}</span>
        </span>
        <span className="number">
          {row.used} / {row.limit} · {time.age(row.windowMs)}
        </span>
      </div>
      <div className={`meter ${mood}`} role="img" aria-label={`${say('system.used')}: ${row.used} / ${row.limit}`}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <div className="faint">
        {row.waiting > 0 && `${say('system.waiting')}: ${row.waiting} `}
        {row.restsUntil !== null && (
          <span className="warn">{`${say('system.rests')} ${time.clock(row.restsUntil)}`}</span>
        )}
      </div>
    </li>
  )
}
