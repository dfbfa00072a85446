import { useMemo, useState } from 'react'
import type { ChannelRow } from '../../../../shared/channel-rows.ts'
import { Card } from '../../../parts/card.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { LiveEmpty } from '../../../parts/table/live-empty.tsx'
import { usePage, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import { ChannelEntry } from './channel-entry.tsx'

/** The ways out, this computer first. */
export function Channels() {
  const say = useWords()
  const { queries } = usePage()
  const rows = useRows(queries.channels)
  const channels = useMemo(() => [...rows.values()].sort(computerFirst), [rows])
  const [editing, setEditing] = useState<ChannelRow | 'new' | null>(null)
  const add = (
    <button type="button" className="button" onClick={() => setEditing('new')}>
      <Icon name="plus" /> {say('channels.add')}
    </button>
  )
  return (
    <Card title={say('channels.title')} count={channels.length} actions={add}>
      {channels.length === 0 && <LiveEmpty query={queries.channels}>{null}</LiveEmpty>}
      <ul className="channels">
        {channels.map((row) => (
          <ChannelEntry key={row.channel} row={row} edit={setEditing} />
        ))}
      </ul>
      {editing !== null && <ChannelDialog row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Card>
  )
}

function computerFirst(a: ChannelRow, b: ChannelRow): number {
  const [left, right] = [a.settings.kind === 'os', b.settings.kind === 'os']
  if (left !== right) return left ? -1 : 1
  return a.label.localeCompare(b.label) || (a.channel < b.channel ? -1 : 1)
}
