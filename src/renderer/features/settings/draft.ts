import type { KeyRights } from '../../../shared/account-rows.ts'
import type { Environment } from '../../../shared/fields.ts'
import type { AppInfo } from '../../../shared/health-rows.ts'

/** An account being added. It lives in the dialog alone and goes with it. */
export interface Draft {
  readonly venue: string
  readonly environment: Environment
  readonly label: string
  readonly apiKey: string
  readonly apiSecret: string
}

export interface Found {
  readonly rights: KeyRights
  readonly kind: string
}

export function emptyDraft(info: AppInfo): Draft {
  const first = info.venues[0]
  return {
    venue: first?.venue ?? '',
    environment: first?.environments[0] ?? 'mainnet',
    label: '',
    apiKey: '',
    apiSecret: '',
  }
}
