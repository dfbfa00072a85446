import type { ComponentType } from 'react'
import type { IconName } from '../../parts/icon.tsx'
import type { Tab } from '../../state/view.ts'
import { AccountTab } from '../account/account-tab.tsx'
import { AlertsTab } from '../alerts/alerts-tab.tsx'
import { MarketsTab } from '../markets/markets-tab.tsx'
import { SettingsTab } from '../settings/settings-tab.tsx'
import { SystemTab } from '../system/system-tab.tsx'

/** Every tab there is. One whose content comes later is not in the list. */
export const tabs: Readonly<Record<Tab, { readonly icon: IconName; readonly content: ComponentType }>> = {
  account: { icon: 'account', content: AccountTab },
  markets: { icon: 'markets', content: MarketsTab },
  alerts: { icon: 'bell', content: AlertsTab },
  system: { icon: 'system', content: SystemTab },
  settings: { icon: 'settings', content: SettingsTab },
}
