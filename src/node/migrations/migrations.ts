import { accountsAndFacts } from './0010-accounts-and-facts.ts'
import { equity } from './0020-equity.ts'
import { identity } from './0030-identity.ts'
import { alerts } from './0040-alerts.ts'
import { rules } from './0060-rules.ts'
import type { Migration } from './migration.ts'

/** Every step from an empty file to the shape this version reads, oldest first. */
export const migrations: readonly Migration[] = [accountsAndFacts, equity, identity, alerts, rules]
