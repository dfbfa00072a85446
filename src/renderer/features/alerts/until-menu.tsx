import { DropdownMenu } from 'radix-ui'
import { nextMorning } from '../../format/next-morning.ts'
import { useReader } from '../../format/use-reader.ts'
import { Icon } from '../../parts/icon.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

const HOUR_MS = 3_600_000

interface UntilMenuProps {
  readonly label: string
  /** Until when it is silent now; null: it is not. */
  readonly until: number | null
  readonly choose: (until: number | null) => void
}

/** For how long something is to be silent, or that it is to be no more. */
export function UntilMenu({ label, until, choose }: UntilMenuProps) {
  const say = useWords()
  const { engineNow } = usePage()
  const { timeZone } = useReader()
  const now = Math.floor(engineNow())
  const choices = [
    [say('rule.mute.hour'), () => now + HOUR_MS],
    [say('rule.mute.shift'), () => now + 8 * HOUR_MS],
    [say('rule.mute.morning'), () => nextMorning(now, timeZone)],
    ...(until !== null && until > now ? [[say('rule.mute.end'), () => null] as const] : []),
  ] as const
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button">
        {label} <Icon name="down" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="floating menu" align="start" sideOffset={4}>
          {choices.map(([text, moment]) => (
            <DropdownMenu.Item key={text} className="menu-item" onSelect={() => choose(moment())}>
              {text}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
