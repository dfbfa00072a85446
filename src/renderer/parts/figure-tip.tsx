import { useEffect, useState } from 'react'
import { useFormats } from '../format/formats.ts'
import { usePage } from '../state/page.ts'
import { useWords, type WordId } from '../words/words.ts'

interface Tip {
  readonly exact: string | null
  readonly source: string | null
  readonly at: number | null
  readonly heardAt: number | null
  readonly since: number | null
  readonly left: number
  readonly top: number
}

/** The page's one tooltip for figures: whatever figure the pointer or the focus is on tells of itself. */
export function FigureTip() {
  const { privacy } = useFormats()
  // What the tooltip has read must not outlive the hiding of amounts.
  return <Tips key={String(privacy)} />
}

function Tips() {
  const [tip, setTip] = useState<Tip | null>(null)
  useEffect(() => {
    const pointed = { at: null as EventTarget | null }
    const show = (event: Event) => {
      pointed.at = event.target
      setTip(readTip(event.target))
    }
    const hide = () => setTip(null)
    // A row that takes the focus may first have to come into sight.
    const move = () => setTip((now) => (now === null ? null : readTip(pointed.at)))
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    document.addEventListener('pointerover', show)
    document.addEventListener('focusin', show)
    document.addEventListener('scroll', move, true)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerover', show)
      document.removeEventListener('focusin', show)
      document.removeEventListener('scroll', move, true)
      document.removeEventListener('keydown', escape)
    }
  }, [])
  return tip === null ? null : <TipBox tip={tip} />
}

function TipBox({ tip }: { readonly tip: Tip }) {
  const say = useWords()
  const { time } = useFormats()
  const { engineNow } = usePage()
  const source = tip.source === null ? null : say(`source.${tip.source}` as WordId)
  return (
    <dl
      className="floating tooltip"
      id="figure-tip"
      role="tooltip"
      style={{ position: 'fixed', left: tip.left, top: tip.top }}
    >
      <Line term={say('figure.exact')} value={tip.exact} />
      <Line term={say('figure.source')} value={source} />
      <Line term={say('figure.at')} value={tip.at === null ? null : time.moment(tip.at)} />
      <Line term={say('figure.age')} value={tip.heardAt === null ? null : time.age(engineNow() - tip.heardAt)} />
      <Line term={say('figure.since')} value={tip.since === null ? null : time.moment(tip.since)} />
    </dl>
  )
}

function Line({ term, value }: { readonly term: string; readonly value: string | null }) {
  if (value === null) return null
  return (
    <>
      <dt>{term}</dt>
      <dd className="number">{value}</dd>
    </>
  )
}

function readTip(target: EventTarget | null): Tip | null {
  if (!(target instanceof Element)) return null
  const row = target instanceof HTMLTableRowElement
  const figure = row
    ? target.querySelector<HTMLElement>('[data-source]')
    : target.closest<HTMLElement>('[data-exact], [data-source]')
  if (figure === null) return null
  const { exact, source, at, heard, since } = figure.dataset
  const box = (row ? target : figure).getBoundingClientRect()
  return {
    // A focused row tells where its figures come from; the digits of one of them would say nothing of the others.
    exact: row ? null : (exact ?? null),
    source: source ?? null,
    at: at === undefined ? null : Number(at),
    heardAt: heard === undefined ? null : Number(heard),
    since: since === undefined ? null : Number(since),
    left: Math.max(8, Math.min(box.left, innerWidth - 300)),
    top: box.bottom + 110 > innerHeight ? Math.max(8, box.top - 104) : box.bottom + 6,
  }
}
