import type { Migration } from './migration.ts'

/** Rules that tell each thing that happens have no rest; those about balances were about any asset. */
export const rules: Migration = {
  version: 60,
  sql: `
    UPDATE rules SET body = json_set(body, '$.coolDownMs', 0)
      WHERE json_valid(body) AND json_extract(body, '$.condition.kind') IN
        ('fill', 'liquidation', 'order-ended', 'transfer', 'restart', 'balance-changes', 'key-rights-changed');

    UPDATE rules SET body = json_set(body, '$.condition.asset', NULL)
      WHERE json_valid(body) AND json_extract(body, '$.condition.kind') = 'balance-changes';
  `,
}
