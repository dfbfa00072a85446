import type { ReactNode } from 'react'

interface NoticeProps {
  readonly title: string
  readonly why?: string | undefined
  readonly action?: ReactNode
  readonly kind?: 'empty' | 'loading' | 'wrong'
}

/** What stands where there is nothing to show: what is missing, why, what to do. */
export function Notice({ title, why, action, kind = 'empty' }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={kind === 'wrong' ? 'alert' : 'status'}>
      <strong>{title}</strong>
      {why !== undefined && <p>{why}</p>}
      {action}
    </div>
  )
}
