import type { StoredAccount } from '../../engine/ports/store.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Db } from './database.ts'

export interface AccountsTable {
  readonly read: () => readonly StoredAccount[]
  readonly write: (account: StoredAccount) => void
  /** Forgets the account and every row that speaks of it. */
  readonly remove: (account: AccountId) => void
}

type Row = Omit<StoredAccount, 'tradingKeyAccepted'> & { readonly tradingKeyAccepted: 0 | 1 }

const UPSERT = `
  INSERT INTO accounts (account, venue, environment, label, tradingKeyAccepted, addedAt, identity)
  VALUES (@account, @venue, @environment, @label, @tradingKeyAccepted, @addedAt, @identity)
  ON CONFLICT DO UPDATE SET venue = excluded.venue, environment = excluded.environment, label = excluded.label,
    tradingKeyAccepted = excluded.tradingKeyAccepted, addedAt = excluded.addedAt, identity = excluded.identity`

const OWNED = ['accounts', 'fills', 'flows', 'coverage', 'equity', 'equityCurrency']

export function createAccountsTable(db: Db): AccountsTable {
  const select = db.prepare<[], Row>('SELECT * FROM accounts ORDER BY addedAt, account')
  const upsert = db.prepare<[Row]>(UPSERT)
  const removals = OWNED.map((table) => db.prepare<[string]>(`DELETE FROM ${table} WHERE account = ?`))
  return {
    read: () => select.all().map((row) => ({ ...row, tradingKeyAccepted: row.tradingKeyAccepted === 1 })),
    write: (account) => void upsert.run({ ...account, tradingKeyAccepted: account.tradingKeyAccepted ? 1 : 0 }),
    remove: (account) => {
      for (const removal of removals) removal.run(account)
    },
  }
}
