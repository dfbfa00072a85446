import { useState } from 'react'
import type { ChannelRow } from '../../../../shared/channel-rows.ts'
import { useFormats } from '../../../format/formats.ts'
import { useAlertText } from '../../../format/use-reader.ts'
import { usePage, useRow } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { SureDialog } from '../sure-dialog.tsx'
import { BrowserPermission } from './browser-permission.tsx'
import { useChannelName } from './channel-name.ts'
import { ChannelTest } from './channel-test.tsx'

interface ChannelEntryProps {
  readonly row: ChannelRow
  readonly edit: (row: ChannelRow) => void
}

/** One way out: whether it works, what is wrong with it, and a test that says exactly what became of it. */
export function ChannelEntry({ row, edit }: ChannelEntryProps) {
  const say = useWords()
  const text = useAlertText()
  const name = useChannelName()(row)
  const isOs = row.settings.kind === 'os'
  return (
    <li className="channel">
      <div className="channel-words">
        <p className="rule-title">{name}</p>
        <Facts row={row} />
        {row.problem !== null && <p className="wrong">{text(row.problem)}</p>}
        {isOs && window.engineLink === undefined && <BrowserPermission />}
      </div>
      <div className="rule-tools">
        <ChannelTest channel={row.channel} name={name} />
        <button
          type="button"
          className="button"
          aria-label={say('channel.edit.of', { label: name })}
          onClick={() => edit(row)}
        >
          {say('channel.edit')}
        </button>
        {!isOs && <Remove row={row} name={name} />}
      </div>
    </li>
  )
}

function Facts({ row }: { readonly row: ChannelRow }) {
  const say = useWords()
  const { time } = useFormats()
  const { engineNow, queries } = usePage()
  const nameOf = useChannelName()
  const failover = useRow(queries.channels, row.failover ?? '')
  const delivered = row.lastDeliveredAt
  return (
    <p className="alert-facts faint">
      <span className={`channel-state ${row.state}`}>{say(`channel.state.${row.state}`)}</span>
      <span>{destination(row)}</span>
      <span>{say(`level.${row.level}`)}</span>
      <span>
        {delivered === null
          ? say('channel.never')
          : say('channel.delivered', { time: time.when(delivered, engineNow()) })}
      </span>
      {row.waiting > 0 && <span className="warn">{say('channel.waiting', { count: row.waiting })}</span>}
      {failover !== undefined && <span>{say('channel.failover', { label: nameOf(failover) })}</span>}
    </p>
  )
}

/** Where it leads, as far as that is no secret. */
function destination({ settings }: ChannelRow): string {
  switch (settings.kind) {
    case 'os':
      return ''
    case 'telegram':
      return settings.chat === '' ? 'Telegram' : `Telegram ${settings.chat}`
    case 'email':
      return settings.to.join(', ')
    case 'webhook':
      return settings.host
  }
}

function Remove({ row, name }: { readonly row: ChannelRow; readonly name: string }) {
  const say = useWords()
  const { client } = usePage()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button
        type="button"
        className="button danger"
        aria-label={say('channel.remove.of', { label: name })}
        onClick={() => setAsking(true)}
      >
        {say('channel.remove')}
      </button>
      {asking && (
        <SureDialog
          title={say('channel.remove')}
          question={say('channel.remove.sure', { label: name })}
          act={() => client.channels.remove({ channel: row.channel })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
