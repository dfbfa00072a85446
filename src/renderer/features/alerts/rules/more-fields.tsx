import { hasEnd, TELLS_EACH } from '../../../../shared/alert-kinds.ts'
import type { ChannelLevel } from '../../../../shared/channel-rows.ts'
import { ChoiceField } from '../../../parts/choice-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Tick } from '../../../parts/tick.tsx'
import { usePage, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { useChannelName } from '../channels/channel-name.ts'
import { QuietField } from '../quiet-field.tsx'
import { NumberField } from './fields.tsx'
import type { DraftProps } from './field-props.ts'
import { IS_HELD } from './read-draft.ts'

/** What most rules leave as it is: how far back, how long a rest, its end, its own quiet hours, and each channel. */
export function MoreFields(props: DraftProps) {
  const say = useWords()
  const { draft, change, wrongOf } = props
  return (
    <details className="more-fields">
      <summary>{say('builder.more')}</summary>
      <div className="step">
        <TextField
          label={say('builder.name')}
          value={draft.name}
          hint={say('builder.name.hint')}
          wrong={wrongOf('name')}
          most={80}
          onChange={(name) => change({ name })}
        />
        {IS_HELD.has(draft.kind) && (
          <NumberField field="hysteresis" label="builder.hysteresis" hint="builder.hysteresis.hint" {...props} />
        )}
        {!TELLS_EACH.has(draft.kind) && <NumberField field="coolDown" label="builder.coolDown" {...props} />}
        {hasEnd(draft) && (
          <Tick
            label={say('builder.recovery')}
            checked={draft.recovery}
            onChange={(recovery) => change({ recovery })}
          />
        )}
        <QuietField
          label={say('builder.quiet.own')}
          hours={draft.quietHours}
          onChange={(quietHours) => change({ quietHours })}
        />
        <ChannelLevels {...props} />
      </div>
    </details>
  )
}

const LEVELS: readonly ChannelLevel[] = ['on', 'silent', 'off']

function ChannelLevels({ draft, change }: DraftProps) {
  const say = useWords()
  const { queries } = usePage()
  const nameOf = useChannelName()
  const channels = [...useRows(queries.channels).values()]
  const choose = (channel: string, level: ChannelLevel | 'default'): void => {
    const others = Object.entries(draft.channels).filter(([each]) => each !== channel)
    change({ channels: Object.fromEntries(level === 'default' ? others : [...others, [channel, level] as const]) })
  }
  return (
    <fieldset className="channel-levels">
      <legend className="soft">{say('builder.channels')}</legend>
      {channels.map((row) => (
        <ChoiceField
          key={row.channel}
          label={nameOf(row)}
          value={draft.channels[row.channel] ?? 'default'}
          options={[
            ['default', say('builder.channel.default')] as const,
            ...LEVELS.map((level) => [level, say(`level.${level}`)] as const),
          ]}
          onChange={(level) => choose(row.channel, level)}
        />
      ))}
    </fieldset>
  )
}
