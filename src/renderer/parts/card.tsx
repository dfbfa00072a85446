import type { ReactNode } from 'react'

interface CardProps {
  readonly title: string
  readonly count?: number | undefined
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A panel with its name, for everything that is not a single figure. */
export function Card({ title, count, actions, className = '', children }: CardProps) {
  return (
    <section className={`card ${className}`} aria-label={title}>
      <header className="head">
        <h2>{title}</h2>
        {count !== undefined && <span className="count">{count}</span>}
        <span className="space" />
        {actions}
      </header>
      {children}
    </section>
  )
}
