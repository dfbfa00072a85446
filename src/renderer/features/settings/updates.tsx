import type { UpdateRow } from '../../../shared/desktop-rows.ts'
import { Card } from '../../parts/card.tsx'
import { usePage, useRow } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'
import { Tick } from '../../parts/tick.tsx'
import { UpdateFacts } from './update-facts.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { Wrong } from '../../parts/wrong.tsx'

/** Newer versions: what is known of them, and what the user wants done. Nothing where nothing updates itself. */
export function Updates() {
  const say = useWords()
  const { queries } = usePage()
  const row = useRow(queries.update, 'update')
  if (row === undefined) return null
  return (
    <Card title={say('updates.title')}>
      <div className="settings-body">
        <p role="status">{standing(row, say)}</p>
        {row.percent !== null && (
          <progress className="progress" max={100} value={row.percent} aria-label={standing(row, say)} />
        )}
        {row.problem !== null && <p className="settings-problem">{say.sentence(row.problem)}</p>}
        <UpdateFacts row={row} />
        {row.notes !== null && (
          <div className="notes" role="region" tabIndex={0} aria-label={notesName(row, say)}>
            {row.notes}
          </div>
        )}
        <Actions state={row.state} />
      </div>
    </Card>
  )
}

function standing(row: UpdateRow, say: Say): string {
  if (row.state === 'idle' && row.checkedAt !== null && row.problem === null) return say('updates.newest')
  return say(`updates.${row.state}`, { version: row.version ?? '' })
}

function notesName({ version }: UpdateRow, say: Say): string {
  return say('updates.notes', { version: version ?? '' })
}

function Actions({ state }: { readonly state: UpdateRow['state'] }) {
  const say = useWords()
  const { client, queries } = usePage()
  const { busy, wrong, ask } = useAsk()
  const desktop = useRow(queries.desktop, 'desktop')
  const { updates } = client
  const looking = state === 'checking'
  return (
    <>
      {desktop !== undefined && (
        <Tick
          label={say('updates.automatic')}
          checked={desktop.checkForUpdates}
          onChange={(checkForUpdates) => ask(() => client.desktop.change({ checkForUpdates }))}
        />
      )}
      <Wrong text={wrong} />
      <div className="actions">
        {(state === 'found' || state === 'unavailable') && (
          <Button name={say('updates.page')} onPress={() => ask(() => client.desktop.openLink({ link: 'releases' }))} />
        )}
        {(state === 'off' || state === 'idle' || state === 'found' || looking) && (
          <Button name={say('updates.check')} off={busy || looking} onPress={() => ask(() => updates.check(null))} />
        )}
        {state === 'found' && (
          <Button primary name={say('updates.download')} off={busy} onPress={() => ask(() => updates.download(null))} />
        )}
        {state === 'ready' && (
          <Button primary name={say('updates.install')} off={busy} onPress={() => ask(() => updates.install(null))} />
        )}
      </div>
    </>
  )
}

interface ButtonProps {
  readonly name: string
  readonly onPress: () => void
  readonly off?: boolean
  readonly primary?: boolean
}

function Button({ name, onPress, off = false, primary = false }: ButtonProps) {
  return (
    <button type="button" className={`button ${primary ? 'primary' : ''}`} disabled={off} onClick={onPress}>
      {name}
    </button>
  )
}
