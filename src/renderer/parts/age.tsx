import { useEffect, useState } from 'react'
import { useFormats } from '../format/formats.ts'
import { usePage } from '../state/page.ts'

/** The engine's time, read again every so often; whoever uses it is rendered again then. */
export function useEngineNow(everyMs: number): number {
  const { engineNow } = usePage()
  const [now, setNow] = useState(engineNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(engineNow()), everyMs)
    return () => clearInterval(timer)
  }, [engineNow, everyMs])
  return now
}

/** How long ago a moment was, kept true once a second. */
export function Age({ since }: { readonly since: number }) {
  const { time } = useFormats()
  const now = useEngineNow(1_000)
  return <span className="number">{time.age(Math.max(now, since) - since)}</span>
}
