import { useStore } from 'zustand'
import { usePage, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords } from '../../words/words.ts'

/** Which account is shown: one, or all together. */
export function AccountSwitcher() {
  const say = useWords()
  const { queries, view } = usePage()
  const accounts = [...useRows(queries.accounts).values()].sort(
    (a, b) => a.addedAt - b.addedAt || (a.label < b.label ? -1 : 1),
  )
  const chosen = useStore(view, (state) => state.account)
  const known = chosen === 'all' || accounts.some((row) => row.account === chosen) ? chosen : 'all'
  return (
    <select
      className="switcher"
      aria-label={say('accounts.choose')}
      value={known}
      // The options are the accounts' own ids.
      onChange={(event) => view.setState({ account: event.target.value as Chosen })}
    >
      <option value="all">{say('accounts.all')}</option>
      {accounts.map((row) => (
        <option key={row.account} value={row.account}>
          {row.label}
        </option>
      ))}
    </select>
  )
}
