import { useEngineNow } from '../../parts/age.tsx'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** Every stream in a word, and the time all ages are counted in. */
export function Footer() {
  const say = useWords()
  const { queries } = usePage()
  const streams = [...useRows(queries.streams).values()]
  return (
    <footer className="footer">
      <span className="footer-streams">
        {streams.map((row) => (
          <span key={row.stream} className={row.state === 'live' ? '' : 'warn'}>
            {row.stream} · {say(`fresh.${row.state}`).toLowerCase()}
          </span>
        ))}
      </span>
      <Clock />
    </footer>
  )
}

function Clock() {
  const { time } = useFormats()
  const now = useEngineNow(1_000)
  return (
    <span className="number">
      {time.zone(now)} · {time.clock(now)}
    </span>
  )
}
