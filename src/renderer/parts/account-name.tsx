import { usePage, useRow } from '../state/page.ts'

/** An account by its label. */
export function AccountName({ account }: { readonly account: string }) {
  const { queries } = usePage()
  return <span className="soft">{useRow(queries.accounts, account)?.label ?? ''}</span>
}
