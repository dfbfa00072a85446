import { Command } from 'cmdk'
import { useStore } from 'zustand'
import { Dialog } from '../../parts/dialog.tsx'
import { usePage, useRows } from '../../state/page.ts'
import { TABS } from '../../state/view.ts'
import { useWords } from '../../words/words.ts'
import { useActions } from './use-actions.ts'

/** Every action, account and contract by name. */
export function Palette() {
  const { view } = usePage()
  const open = useStore(view, (state) => state.palette === 'open')
  return open ? <OpenPalette close={() => view.setState({ palette: 'closed' })} /> : null
}

function OpenPalette({ close }: { readonly close: () => void }) {
  const say = useWords()
  return (
    <Dialog title={say('palette.title')} onClose={close} className="palette">
      <Command label={say('palette.title')}>
        <Command.Input placeholder={say('palette.search')} aria-label={say('palette.search')} autoFocus />
        <Command.List>
          <Command.Empty>{say('palette.nothing')}</Command.Empty>
          <GoTo close={close} />
          <Acts close={close} />
          <Accounts close={close} />
          <Symbols close={close} />
        </Command.List>
      </Command>
    </Dialog>
  )
}

interface GroupProps {
  readonly close: () => void
}

function GoTo({ close }: GroupProps) {
  const say = useWords()
  const { view } = usePage()
  return (
    <Command.Group heading={say('palette.go')}>
      {TABS.map((tab) => (
        <Command.Item key={tab} onSelect={() => (view.setState({ tab }), close())}>
          {say(`tab.${tab}`)}
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function Acts({ close }: GroupProps) {
  const say = useWords()
  const { view } = usePage()
  const { togglePrivacy, toggleTheme, addRule, pauseAlerts, resumeAlerts } = useActions()
  const acts = [
    [say('shortcuts.privacy'), togglePrivacy],
    [say('theme.toggle'), toggleTheme],
    [say('rules.add'), addRule],
    [say('palette.pauseAlerts'), pauseAlerts],
    [say('palette.resumeAlerts'), resumeAlerts],
    [say('shortcuts.title'), () => view.setState({ shortcuts: 'open' })],
  ] as const
  return (
    <Command.Group heading={say('palette.actions')}>
      {acts.map(([name, act]) => (
        <Command.Item key={name} onSelect={() => (close(), act())}>
          {name}
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function Accounts({ close }: GroupProps) {
  const say = useWords()
  const { queries, view } = usePage()
  const accounts = [...useRows(queries.accounts).values()]
  return (
    <Command.Group heading={say('palette.accounts')}>
      <Command.Item onSelect={() => (view.setState({ account: 'all', tab: 'account' }), close())}>
        {say('accounts.all')}
      </Command.Item>
      {accounts.map((row) => (
        <Command.Item
          key={row.account}
          value={row.label}
          onSelect={() => (view.setState({ account: row.account, tab: 'account' }), close())}
        >
          {row.label} <span className="tag">{row.venueName}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function Symbols({ close }: GroupProps) {
  const say = useWords()
  const { queries, view } = usePage()
  const watched = [...useRows(queries.watchlist).keys()]
  const held = [...useRows(queries.positions('all')).values()].map((row) => row.instrument)
  const known = [...new Set([...held, ...[...useRows(queries.watchlist).values()].map((row) => row.instrument)])]
  if (watched.length + held.length === 0) return null
  return (
    <Command.Group heading={say('palette.symbols')}>
      {known.map((instrument) => (
        <Command.Item
          key={instrument}
          value={instrument}
          onSelect={() => (view.setState({ instrument, tab: 'markets' }), close())}
        >
          {instrument.slice(instrument.indexOf('/') + 1)}{' '}
          <span className="tag">{instrument.slice(0, instrument.indexOf('.'))}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}
