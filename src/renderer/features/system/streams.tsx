import { useMemo } from 'react'
import type { StreamRow } from '../../../shared/health-rows.ts'
import { Age } from '../../parts/age.tsx'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { UNKNOWN } from '../../../shared/format/amount.ts'
import { useFormats, type Formats } from '../../format/formats.ts'
import { usePage, useRows } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'

/** Every connection to an exchange: what was last heard and verified on it, and what is wrong if something is. */
export function Streams() {
  const say = useWords()
  const formats = useFormats()
  const { queries } = usePage()
  const rows = useRows(queries.streams)
  const columns = useMemo(() => streamColumns(say, formats), [say, formats])
  return (
    <Card className="wide" title={say('system.streams')} count={rows.size}>
      <DataTable
        label={say('system.streams')}
        rows={rows}
        columns={columns}
        first={{ id: 'stream', desc: false }}
        empty={
          <LiveEmpty query={queries.streams}>
            <Notice title={say('system.streams.none')} />
          </LiveEmpty>
        }
      />
    </Card>
  )
}

function streamColumns(say: Say, { time }: Formats): readonly Column<StreamRow>[] {
  const ago = (id: string, title: string, pick: (row: StreamRow) => number | null): Column<StreamRow> => {
    const cell = (row: StreamRow) => <Ago since={pick(row)} />
    return { id, title, align: 'end', usual: 'shown', plain: pick, cell }
  }
  const count = (id: string, title: string, pick: (row: StreamRow) => number): Column<StreamRow> => {
    const cell = (row: StreamRow) => <span className={`number ${pick(row) > 0 ? '' : 'faint'}`}>{pick(row)}</span>
    return { id, title, align: 'end', usual: 'shown', plain: pick, cell }
  }
  return [
    {
      id: 'stream',
      title: say('system.stream'),
      align: 'start',
      usual: 'shown',
      plain: (row) => row.stream,
      cell: (row) => (
        <span className="symbol">
          {row.stream} <span className="tag">{row.venueName}</span>
        </span>
      ),
    },
    {
      id: 'state',
      title: say('system.state'),
      align: 'start',
      usual: 'shown',
      plain: (row) => row.state,
      cell: (row) => <State row={row} />,
    },
    {
      id: 'kind',
      title: say('system.kind'),
      align: 'start',
      usual: 'shown',
      plain: (row) => row.kind,
      cell: (row) => say(`system.kind.${row.kind}`),
    },
    ago('heard', say('system.heard'), (row) => row.heardAt),
    ago('verified', say('system.verified'), (row) => row.verifiedAt),
    {
      id: 'trip',
      title: say('system.trip'),
      align: 'end',
      usual: 'shown',
      plain: (row) => row.roundTripMs,
      cell: (row) => <span className="number">{row.roundTripMs === null ? UNKNOWN : `${row.roundTripMs} ms`}</span>,
    },
    count('reconnects', say('system.reconnects'), (row) => row.reconnects),
    count('refused', say('system.refused'), (row) => row.refusedFrames),
    {
      id: 'next',
      title: say('system.nextTry'),
      align: 'end',
      usual: 'shown',
      plain: (row) => row.nextTryAt,
      cell: (row) => (
        <span className="number faint">{row.nextTryAt === null ? UNKNOWN : time.clock(row.nextTryAt)}</span>
      ),
    },
    {
      id: 'problem',
      title: say('system.problem'),
      align: 'start',
      usual: 'shown',
      plain: (row) => (row.problem === null ? null : say.sentence(row.problem)),
      cell: (row) => <span className="warn wrapping">{row.problem === null ? '' : say.sentence(row.problem)}</span>,
    },
  ]
}

function State({ row }: { readonly row: StreamRow }) {
  const say = useWords()
  return (
    <span className={`tone ${row.state} state-cell`}>
      <span className="dot" /> {say(`fresh.${row.state}`)}
    </span>
  )
}

function Ago({ since }: { readonly since: number | null }) {
  return since === null ? <span className="faint">{UNKNOWN}</span> : <Age since={since} />
}
