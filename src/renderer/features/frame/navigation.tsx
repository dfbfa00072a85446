import { useStore } from 'zustand'
import { Age } from '../../parts/age.tsx'
import { Icon, Mark } from '../../parts/icon.tsx'
import { usePage, useRow, useRows } from '../../state/page.ts'
import { TABS, type Tab } from '../../state/view.ts'
import { useWords, type WordId } from '../../words/words.ts'
import { tabs } from './tabs.ts'

/** The tabs, by name and by key. */
export function Navigation() {
  const say = useWords()
  const { queries, view } = usePage()
  const chosen = useStore(view, (state) => state.tab)
  const account = useStore(view, (state) => state.account)
  const positions = useRows(queries.positions(account)).size
  const unread = useRow(queries.alertSummary, 'alerts')?.unread ?? 0
  const counts: Readonly<Partial<Record<Tab, number>>> = { account: positions, alerts: unread }
  return (
    <nav className="navigation" aria-label="Tidemark">
      <div className="brand">
        <Mark />
        <span>Tidemark</span>
      </div>
      {TABS.map((tab, index) => (
        <TabLink
          key={tab}
          tab={tab}
          chosen={tab === chosen}
          count={counts[tab] ?? 0}
          shortcut={index + 1}
          name={say(`tab.${tab}`)}
        />
      ))}
      <KeyRights />
    </nav>
  )
}

interface TabLinkProps {
  readonly tab: Tab
  readonly name: string
  readonly chosen: boolean
  readonly count: number
  readonly shortcut: number
}

function TabLink({ tab, name, chosen, count, shortcut }: TabLinkProps) {
  const { view } = usePage()
  return (
    <button
      type="button"
      className="tab-link"
      aria-current={chosen ? 'page' : undefined}
      onClick={() => view.setState({ tab })}
    >
      <Icon name={tabs[tab].icon} />
      <span className="name">{name}</span>
      {count > 0 ? <b className="count">{count}</b> : <kbd aria-hidden="true">{shortcut}</kbd>}
    </button>
  )
}

/** What the keys of all accounts may do, at worst, and when that was last asked. */
function KeyRights() {
  const say = useWords()
  const { queries } = usePage()
  const rights = [...useRows(queries.accounts).values()].flatMap((row) => row.rights ?? [])
  if (rights.length === 0) return null
  const worst: WordId = rights.some(({ verdict }) => verdict === 'can-trade' || verdict === 'can-withdraw')
    ? 'foot.trading'
    : rights.some(({ verdict }) => verdict === 'unknown')
      ? 'foot.unverified'
      : 'foot.rights'
  const checkedAt = Math.min(...rights.map((each) => each.checkedAt))
  return (
    <div className="key-rights">
      <span className={worst === 'foot.trading' ? 'warn' : ''}>{say(worst)}</span>
      <br />
      <Checked at={checkedAt} />
    </div>
  )
}

function Checked({ at }: { readonly at: number }) {
  const say = useWords()
  const [before = '', after = ''] = say('foot.checked', { age: '\u0000' }).split('\u0000')
  return (
    <span>
      {before}
      <Age since={at} />
      {after}
    </span>
  )
}
