import { useStore } from 'zustand'
import type { TotalRow } from '../../../shared/account-rows.ts'
import { Amount, Percent } from '../../parts/figure.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { usePage, useRow, useRows } from '../../state/page.ts'
import { useWaiting } from '../../state/use-waiting.ts'
import { useWords } from '../../words/words.ts'
import { AccountSwitcher } from './account-switcher.tsx'
import { ConnectionPill } from './connection-pill.tsx'
import { Bell } from './bell.tsx'
import { useActions } from './use-actions.ts'

/** Whose figures these are, how much there is, and whether it is still true. */
export function TopBar() {
  return (
    <header className="top-bar">
      <ModeBadge />
      <AccountSwitcher />
      <span className="space" />
      <Total />
      <ConnectionPill />
      <Bell />
      <PrivacyButton />
      <ThemeButton />
    </header>
  )
}

/** The least real of the accounts shown decides: demo says so on every screen. */
export function ModeBadge() {
  const say = useWords()
  const { queries, connection } = usePage()
  const state = useStore(connection, (store) => store.connection)
  const badges = new Set([...useRows(queries.accounts).values()].map((row) => row.badge))
  if (state.state === 'connected' && state.mode === 'demo') badges.add('demo')
  const shown = badges.has('demo') ? (['demo'] as const) : [...badges].sort()
  return (
    <span className="badges">
      {shown.map((badge) => (
        <span key={badge} className={`badge ${badge}`} title={badge === 'demo' ? say('demo.explained') : undefined}>
          {say(`badge.${badge}`)}
        </span>
      ))}
    </span>
  )
}

function Total() {
  const say = useWords()
  const { queries, view } = usePage()
  const account = useStore(view, (state) => state.account)
  const total = useRow(queries.totals, account)
  const waiting = useWaiting(queries.totals) === 'waiting'
  const stale = total !== undefined && total.freshness !== 'live' ? 'aged' : ''
  return (
    <div className={`total ${stale}`}>
      <span className="soft label">{say('total.equity')}</span>
      <span className="figure">
        {waiting ? <Skeleton /> : <Amount value={total?.equity} places={2} dated={total} unit={total?.currency} />}
      </span>
      {!waiting && <Today total={total} />}
    </div>
  )
}

function Today({ total }: { readonly total: TotalRow | undefined }) {
  const say = useWords()
  return (
    <span className="today" role="group" aria-label={say('total.today')}>
      <Amount value={total?.todayPnl} places={2} change="arrowed" dated={total} since={total?.todaySince} />
      <span className="faint"> · </span>
      <Percent value={total?.todayReturn} change="signed" />
    </span>
  )
}

function PrivacyButton() {
  const say = useWords()
  const { queries } = usePage()
  const settings = useRow(queries.settings, 'settings')
  const { togglePrivacy } = useActions()
  const hidden = settings?.privacy ?? false
  return (
    <button
      type="button"
      className="icon"
      aria-pressed={hidden}
      aria-label={say(hidden ? 'privacy.show' : 'privacy.hide')}
      title={say(hidden ? 'privacy.show' : 'privacy.hide')}
      onClick={togglePrivacy}
    >
      <Icon name={hidden ? 'eye-off' : 'eye'} />
    </button>
  )
}

function ThemeButton() {
  const say = useWords()
  const { toggleTheme } = useActions()
  return (
    <button
      type="button"
      className="icon"
      aria-label={say('theme.toggle')}
      title={say('theme.toggle')}
      onClick={toggleTheme}
    >
      <Icon name="sun" />
    </button>
  )
}
