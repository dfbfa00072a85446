import { useEffect, useState } from 'react'
import type { AppInfo } from '../../shared/health-rows.ts'
import { usePage } from './page.ts'

/** What the program says of itself; asked again when `version` changes, for what an action may have changed. */
export function useInfo(version = 0): AppInfo | null {
  const { client } = usePage()
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    const life = { ended: false }
    void client.app.info(null).then((answer) => {
      if (answer.ok && !life.ended) setInfo(answer.value)
    })
    return () => {
      life.ended = true
    }
  }, [client, version])
  return info
}
