import type { SettingsRow } from '../../../shared/health-rows.ts'
import { Card } from '../../parts/card.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import { usePage, useRow } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { SettingsLine } from '../../parts/settings-line.tsx'

/** How the page looks and counts; kept by the engine, so every window agrees. */
export function Appearance() {
  const say = useWords()
  const { client, queries } = usePage()
  const settings = useRow(queries.settings, 'settings')
  if (settings === undefined) return null
  const change = (part: Partial<SettingsRow>): void => void client.settings.change(part)
  const themes = (['system', 'dark', 'light'] as const).map((each) => [each, say(`theme.${each}`)] as const)
  const palettes = (['standard', 'colour-blind'] as const).map((each) => [each, say(`palette.${each}`)] as const)
  const densities = (['comfortable', 'compact'] as const).map((each) => [each, say(`density.${each}`)] as const)
  return (
    <Card title={say('settings.appearance')}>
      <div className="settings-body">
        <SettingsLine name={say('settings.theme')}>
          <Segmented
            label={say('settings.theme')}
            value={settings.theme}
            options={themes}
            onChange={(theme) => change({ theme })}
          />
        </SettingsLine>
        <SettingsLine name={say('settings.palette')}>
          <Segmented
            label={say('settings.palette')}
            value={settings.palette}
            options={palettes}
            onChange={(palette) => change({ palette })}
          />
        </SettingsLine>
        <SettingsLine name={say('settings.density')}>
          <Segmented
            label={say('settings.density')}
            value={settings.density}
            options={densities}
            onChange={(density) => change({ density })}
          />
        </SettingsLine>
        <Language settings={settings} change={change} />
        <label className="choice">
          <input type="checkbox" checked={settings.privacy} onChange={() => change({ privacy: !settings.privacy })} />
          {say('settings.privacy')}
        </label>
      </div>
    </Card>
  )
}

interface LanguageProps {
  readonly settings: SettingsRow
  readonly change: (part: Partial<SettingsRow>) => void
}

function Language({ settings, change }: LanguageProps) {
  const say = useWords()
  const languages = [
    ['system', say('language.system')],
    ['en', 'English'],
    ['ru', 'Русский'],
    ['bg', 'Български'],
  ] as const
  const zones = [
    ['local', say('zone.local')],
    ['UTC', 'UTC'],
    ...Intl.supportedValuesOf('timeZone').map((zone) => [zone, zone] as const),
  ] as const
  return (
    <>
      <ChoiceField
        label={say('settings.language')}
        value={settings.language}
        options={languages}
        onChange={(language) => change({ language })}
      />
      <ChoiceField<string>
        label={say('settings.zone')}
        value={settings.timeZone}
        options={zones}
        onChange={(timeZone) => change({ timeZone })}
      />
    </>
  )
}
