import { Popover } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { InstrumentId } from '../../../shared/ids.ts'
import type { InstrumentRow } from '../../../shared/market-rows.ts'
import { Icon } from '../../parts/icon.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** Finds contracts on every market place that is open, and watches those chosen. */
export function ContractSearch({ watched }: { readonly watched: readonly InstrumentId[] }) {
  const say = useWords()
  return (
    <Popover.Root>
      <Popover.Trigger className="button">
        <Icon name="plus" /> {say('markets.search')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="floating search" align="end" sideOffset={6} aria-label={say('markets.search')}>
          <Search watched={watched} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Search({ watched }: { readonly watched: readonly InstrumentId[] }) {
  const say = useWords()
  const { client } = usePage()
  const [text, setText] = useState('')
  const found = useFound(text)
  return (
    <>
      <input
        className="input"
        aria-label={say('markets.searching')}
        placeholder={say('markets.searching')}
        value={text}
        maxLength={40}
        onChange={(event) => setText(event.target.value)}
      />
      <ul role="list">
        {found?.map((row) => (
          <li key={row.instrument}>
            <button
              type="button"
              disabled={watched.includes(row.instrument)}
              onClick={() => void client.market.watch({ instrument: row.instrument })}
            >
              <strong>{row.symbol}</strong> <span className="tag">{row.marketName}</span>
            </button>
          </li>
        ))}
        {found?.length === 0 && <li className="faint">{say('markets.nothing')}</li>}
      </ul>
    </>
  )
}

/** What a search found; null before it answered. The last question typed wins. */
function useFound(text: string): readonly InstrumentRow[] | null {
  const { client } = usePage()
  const [found, setFound] = useState<readonly InstrumentRow[] | null>(null)
  useEffect(() => {
    const life = { ended: false }
    void client.market.search({ text, market: null }).then((answer) => {
      if (!life.ended && answer.ok) setFound(answer.value)
    })
    return () => {
      life.ended = true
    }
  }, [client, text])
  return found
}
