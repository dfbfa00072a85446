import type { ReactNode } from 'react'

interface SettingsLineProps {
  readonly name: string
  readonly children: ReactNode
}

/** The name of a setting and what sets it, on one line where there is room. */
export function SettingsLine({ name, children }: SettingsLineProps) {
  return (
    <div className="settings-line">
      <span className="soft">{name}</span>
      {children}
    </div>
  )
}
