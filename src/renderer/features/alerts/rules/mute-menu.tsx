import { DropdownMenu } from 'radix-ui'
import type { RuleRow } from '../../../../shared/alert-rows.ts'
import { nextMorning } from '../../../format/next-morning.ts'
import { useReader } from '../../../format/use-reader.ts'
import { Icon } from '../../../parts/icon.tsx'
import { usePage } from '../../../state/page.ts'
import { useAsk } from '../../../state/use-ask.ts'
import { Wrong } from '../../../parts/wrong.tsx'
import { useWords } from '../../../words/words.ts'

const HOUR_MS = 3_600_000

interface MuteMenuProps {
  readonly row: Pick<RuleRow, 'rule' | 'mutedUntil'>
  readonly label: string
}

/** Keeps a rule from telling for a while; what it notices is still kept in the history. */
export function MuteMenu({ row, label }: MuteMenuProps) {
  const say = useWords()
  const { client, engineNow } = usePage()
  const { timeZone } = useReader()
  const { wrong, ask } = useAsk()
  const mute = (until: number | null): void => ask(() => client.rules.mute({ rule: row.rule, until }))
  const now = Math.floor(engineNow())
  const isMuted = row.mutedUntil !== null && row.mutedUntil > now
  const choices = [
    [say('rule.mute.hour'), () => now + HOUR_MS],
    [say('rule.mute.shift'), () => now + 8 * HOUR_MS],
    [say('rule.mute.morning'), () => nextMorning(now, timeZone)],
    ...(isMuted ? [[say('rule.mute.end'), () => null] as const] : []),
  ] as const
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="button">
          {label} <Icon name="down" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="floating menu" align="start" sideOffset={4}>
            {choices.map(([text, until]) => (
              <DropdownMenu.Item key={text} className="menu-item" onSelect={() => mute(until())}>
                {text}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Wrong text={wrong} />
    </>
  )
}
