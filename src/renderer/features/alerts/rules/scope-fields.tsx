import { ChoiceField } from '../../../parts/choice-field.tsx'
import { usePage, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { ContractField } from './contract-field.tsx'
import type { DraftProps } from './field-props.ts'
import { HAS_ACCOUNT, HAS_SCOPE } from './read-draft.ts'

/** Which account and contract a rule is about, where its kind lets that be chosen. */
export function ScopeFields({ draft, change, wrongOf }: DraftProps) {
  const say = useWords()
  const { queries } = usePage()
  const accounts = [...useRows(queries.accounts).values()]
  return (
    <>
      {HAS_ACCOUNT.has(draft.kind) && (
        <ChoiceField
          label={say('builder.account')}
          value={draft.account}
          options={[['all', say('accounts.all')] as const, ...accounts.map((row) => [row.account, row.label] as const)]}
          onChange={(account) => change({ account })}
        />
      )}
      {HAS_SCOPE.has(draft.kind) && (
        <ContractField
          value={draft.instrument}
          none={say('builder.contract.any')}
          wrong={wrongOf('instrument')}
          onChange={(instrument) => change({ instrument })}
        />
      )}
    </>
  )
}
