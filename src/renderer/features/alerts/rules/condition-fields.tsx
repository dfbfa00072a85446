import type { AlertKind } from '../../../../shared/alert-conditions.ts'
import { ChoiceField } from '../../../parts/choice-field.tsx'
import { usePage, useRows } from '../../../state/page.ts'
import { useWords, type WordId } from '../../../words/words.ts'
import { ContractField } from './contract-field.tsx'
import type { DraftProps } from './field-props.ts'
import type { NumberName } from './draft.ts'
import { LevelField, NumberField } from './fields.tsx'
import { SystemFields } from './system-fields.tsx'

/** The fields that say what a rule of one kind watches for. */
export function ConditionFields(props: DraftProps) {
  const { draft } = props
  switch (draft.kind) {
    case 'price-crosses':
      return <PriceFields {...props} />
    case 'price-moves':
      return <MoveFields {...props} />
    case 'funding-rate':
      return <FundingFields {...props} />
    case 'system':
      return <SystemFields {...props} />
    case 'balance-changes':
      return <BalanceFields {...props} />
    case 'order-ended':
      return <EndedField {...props} />
    default:
      return <PlainFields {...props} />
  }
}

function PriceFields({ draft, change, wrongOf }: DraftProps) {
  const say = useWords()
  return (
    <>
      <ContractField
        value={draft.instrument}
        none={null}
        wrong={wrongOf('instrument')}
        onChange={(instrument) => change({ instrument })}
      />
      <ChoiceField
        label={say('builder.direction')}
        value={draft.direction}
        options={[
          ['above', say('builder.above')],
          ['below', say('builder.below')],
          ['either', say('builder.crosses')],
        ]}
        onChange={(direction) => change({ direction })}
      />
      <NumberField field="price" label="builder.price" {...{ draft, change, wrongOf }} />
      <ChoiceField
        label={say('builder.of')}
        value={draft.of}
        options={[
          ['mark', say('builder.of.mark')],
          ['last', say('builder.of.last')],
        ]}
        onChange={(of) => change({ of })}
      />
    </>
  )
}

function MoveFields({ draft, change, wrongOf }: DraftProps) {
  const say = useWords()
  return (
    <>
      <ContractField
        value={draft.instrument}
        none={null}
        wrong={wrongOf('instrument')}
        onChange={(instrument) => change({ instrument })}
      />
      <ChoiceField
        label={say('builder.direction')}
        value={draft.move}
        options={[
          ['up', say('builder.up')],
          ['down', say('builder.down')],
          ['either', say('builder.either')],
        ]}
        onChange={(move) => change({ move })}
      />
      <NumberField field="percent" label="builder.share" {...{ draft, change, wrongOf }} />
      <NumberField field="minutes" label="builder.window" {...{ draft, change, wrongOf }} />
    </>
  )
}

function FundingFields({ draft, change, wrongOf }: DraftProps) {
  const say = useWords()
  return (
    <>
      <ContractField
        value={draft.instrument}
        none={say('builder.contract.held')}
        wrong={wrongOf('instrument')}
        onChange={(instrument) => change({ instrument })}
      />
      <LevelField {...{ draft, change, wrongOf }} />
      <NumberField field="percent" label="builder.share" {...{ draft, change, wrongOf }} />
    </>
  )
}

/** Of what is held now; what a rule names stays among them. */
function BalanceFields({ draft, change, wrongOf }: DraftProps) {
  const say = useWords()
  const { queries } = usePage()
  const held = [...useRows(queries.balances(draft.account)).values()].map(({ asset }) => asset)
  const assets = [...new Set([...held, ...(draft.asset === null ? [] : [draft.asset])])].sort()
  return (
    <>
      <ChoiceField
        label={say('builder.asset')}
        value={draft.asset ?? ''}
        options={[['', say('builder.asset.any')] as const, ...assets.map((asset) => [asset, asset] as const)]}
        onChange={(asset) => change({ asset: asset === '' ? null : asset })}
      />
      <NumberField
        field="amount"
        label="builder.amount"
        hint={draft.asset === null ? 'builder.amount.hint' : 'builder.amount.asset'}
        {...{ draft, change, wrongOf }}
      />
    </>
  )
}

function EndedField({ draft, change }: DraftProps) {
  const say = useWords()
  return (
    <ChoiceField
      label={say('builder.ended')}
      value={draft.how}
      options={[
        ['either', say('builder.both')],
        ['rejected', say('builder.rejected')],
        ['expired', say('builder.expired')],
      ]}
      onChange={(how) => change({ how })}
    />
  )
}

/** Kinds that need no more than a level, a number, or nothing at all. */
const NUMBERS: Readonly<Partial<Record<AlertKind, readonly [field: NumberName, label: WordId, hint?: WordId]>>> = {
  'position-pnl': ['amount', 'builder.amount', 'builder.amount.settled'],
  'position-roi': ['percent', 'builder.share'],
  'liquidation-distance': ['percent', 'builder.share'],
  'margin-ratio': ['percent', 'builder.share'],
  drawdown: ['percent', 'builder.share'],
  'daily-loss': ['amount', 'builder.amount', 'builder.amount.hint'],
  'stream-stale': ['seconds', 'builder.for'],
  'key-expires': ['days', 'builder.days'],
}

function PlainFields(props: DraftProps) {
  const { kind } = props.draft
  const [field, label, hint] = NUMBERS[kind] ?? []
  return (
    <>
      {(kind === 'position-pnl' || kind === 'position-roi') && <LevelField {...props} />}
      {field !== undefined && label !== undefined && <NumberField field={field} label={label} hint={hint} {...props} />}
    </>
  )
}
