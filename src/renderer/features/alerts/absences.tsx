import type { ReactNode } from 'react'
import type { AbsenceRow } from '../../../shared/alert-rows.ts'
import { useFormats } from '../../format/formats.ts'
import { AccountName } from '../../parts/account-name.tsx'
import { Card } from '../../parts/card.tsx'
import { Amount } from '../../parts/figure.tsx'
import { usePage, useRow, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** What happened while nobody watched: the newest absence that was not dismissed. */
export function Absences() {
  const { queries } = usePage()
  const unread = [...useRows(queries.absences).values()].filter(({ readAt }) => readAt === null)
  const newest = unread.sort((a, b) => b.from - a.from)[0]
  return newest === undefined ? null : <Absence row={newest} />
}

function Absence({ row }: { readonly row: AbsenceRow }) {
  const say = useWords()
  const { time } = useFormats()
  const { client, queries, engineNow } = usePage()
  const label = useRow(queries.accounts, row.account ?? '')?.label ?? ''
  const now = engineNow()
  const dismiss = (
    <button
      type="button"
      className="button"
      onClick={() => void client.alerts.markAbsenceRead({ from: row.from, account: row.account })}
    >
      {say('away.dismiss')}
    </button>
  )
  return (
    <Card className="wide absence" title={say('away.title')} actions={dismiss}>
      <p className="absence-cause">
        {say(row.account === null ? `away.${row.cause}` : 'away.account', {
          account: label,
          from: time.when(row.from, now),
          to: time.when(row.to, now),
        })}
      </p>
      <Figures row={row} />
    </Card>
  )
}

function Figures({ row }: { readonly row: AbsenceRow }) {
  const say = useWords()
  return (
    <dl className="absence-figures">
      <Line term={say('away.blind')}>{[row.blindMinutes]}</Line>
      <Line term={say('away.fills')}>{[row.fills]}</Line>
      <Line term={say('away.funding')}>
        {row.funding.map(({ asset, amount }) => (
          <Amount key={asset} value={amount} change="signed" unit={asset} />
        ))}
      </Line>
      <Line term={say('away.pnl')}>
        {row.pnl.map(({ account, currency, amount }) => (
          <span key={account}>
            <AccountName account={account} /> <Amount value={amount} places={2} change="signed" unit={currency} />
          </span>
        ))}
      </Line>
      <Line term={say('away.alerts')}>{[row.alerts]}</Line>
    </dl>
  )
}

function Line({ term, children }: { readonly term: string; readonly children: readonly ReactNode[] }) {
  const say = useWords()
  return (
    <div>
      <dt className="soft">{term}</dt>
      <dd className="number">
        {children.length === 0 ? <span className="faint">{say('away.nothing')}</span> : children}
      </dd>
    </div>
  )
}
