import { usePage, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords } from '../../words/words.ts'

/** What keeps an account from being true right now, or what its key can do that it should not. */
export function Problems({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const { queries } = usePage()
  const rows = [...useRows(queries.accounts).values()].filter((row) => account === 'all' || row.account === account)
  return rows.map((row) => {
    const trades = row.rights?.verdict === 'can-trade'
    if (row.problem === null && !trades) return null
    return (
      <div key={row.account} className="account-problem" role={row.problem === null ? 'note' : 'alert'}>
        <strong>{row.label}</strong> {row.problem === null ? say('foot.trading') : say.sentence(row.problem)}
      </div>
    )
  })
}
