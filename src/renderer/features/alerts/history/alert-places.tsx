import type { AlertRow } from '../../../../shared/alert-rows.ts'
import type { Place } from '../../../../shared/desktop-rows.ts'
import { symbolOf } from '../../../../shared/ids.ts'
import { usePage, useRow } from '../../../state/page.ts'
import { viewOf } from '../../../state/place-view.ts'
import { useWords } from '../../../words/words.ts'

/** Where an alert leads: to its account, its contract, or else the tab that tells more. */
export function AlertPlaces({ alert: { account, instrument, place } }: { readonly alert: AlertRow }) {
  const say = useWords()
  const { queries } = usePage()
  const label = useRow(queries.accounts, account ?? '')?.label
  const elsewhere = account === null && instrument === null && place.tab !== 'alerts'
  return (
    <>
      {account !== null && label !== undefined && (
        <Go to={{ tab: 'account', account, instrument: null }} what={label} />
      )}
      {instrument !== null && <Go to={{ tab: 'markets', account: null, instrument }} what={symbolOf(instrument)} />}
      {elsewhere && <Go to={place} what={say(`tab.${place.tab}`)} />}
    </>
  )
}

function Go({ to, what }: { readonly to: Place; readonly what: string }) {
  const say = useWords()
  const { view } = usePage()
  return (
    <button
      type="button"
      className="link"
      aria-label={say('alert.open', { what })}
      onClick={() => view.setState(viewOf(to))}
    >
      {what}
    </button>
  )
}
