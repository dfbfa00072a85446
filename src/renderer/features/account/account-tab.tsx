import { useStore } from 'zustand'
import { Guarded } from '../../parts/guarded.tsx'
import { usePage, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { AccountSums } from './account-sums.tsx'
import { Balances } from './balances.tsx'
import { Cards } from './cards.tsx'
import { EquityChart } from './equity-chart.tsx'
import { Fills } from './fills.tsx'
import { Flows } from './flows.tsx'
import { Orders } from './orders.tsx'
import { Positions } from './positions.tsx'
import { Problems } from './problems.tsx'

/** One account, or all together: figures, curve, positions, orders, fills, flows. */
export function AccountTab() {
  const say = useWords()
  const { view, queries } = usePage()
  const account = useStore(view, (state) => state.account)
  const accounts = useRows(queries.accounts)
  return (
    <div className="account-tab">
      <h1 className="unseen">{say('tab.account')}</h1>
      <Problems account={account} />
      <Cards account={account} />
      <Guarded name="equity chart">
        <EquityChart account={account} />
      </Guarded>
      <Fills account={account} />
      <Positions account={account} />
      <Orders account={account} />
      <Flows account={account} />
      {account === 'all' && accounts.size > 1 && <AccountSums />}
      <Balances account={account} />
    </div>
  )
}
