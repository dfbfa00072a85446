import type { Desk } from '../engine/desk.ts'
import type { SettingsRow } from '../shared/health-rows.ts'
import type { Stop } from '../shared/link.ts'
import type { Language, Sentence } from '../shared/sentence.ts'
import { chooseLanguage, createTranslate, type Translate } from '../shared/translate.ts'
import { createSay, type Say } from './words/say.ts'

/** How main speaks and what it may show, as the settings of the running engine say: the same ones the page follows. */
export interface Voice {
  language(): Language
  /** Amounts are replaced by dots while they are hidden. */
  amounts(): 'shown' | 'hidden'
  theme(): SettingsRow['theme']
  /** IANA zone, `local` or `UTC`. */
  timeZone(): string
  say: Say
  translate(sentence: Sentence): string
  /** Told after any of it changed, and after a switch between demo and live. */
  onChange(take: () => void): Stop
  stop(): void
}

interface Spoken {
  readonly language: Language
  readonly settings: Pick<SettingsRow, 'privacy' | 'theme' | 'timeZone'>
  readonly say: Say
  readonly translate: Translate
}

/** `locale` is the system's, for those who chose no language. */
export function createVoice(desk: Pick<Desk, 'engine' | 'onSwitch'>, locale: () => string): Voice {
  const listeners = new Set<() => void>()
  const now = { spoken: read(), stopFollowing: follow() }

  function read(before: Spoken | null = null): Spoken {
    const settings = desk.engine().state.settings.get('settings')
    const language = languageOf(settings?.language ?? 'system', locale())
    const { privacy = false, theme = 'system', timeZone = 'local' } = settings ?? {}
    const words = before?.language === language ? before : speak(language)
    return { language, settings: { privacy, theme, timeZone }, say: words.say, translate: words.translate }
  }

  function follow(): Stop {
    return desk.engine().state.settings.onChange(tell)
  }

  function tell(): void {
    now.spoken = read(now.spoken)
    for (const take of [...listeners]) take()
  }

  const stopSwitches = desk.onSwitch(() => {
    now.stopFollowing()
    now.stopFollowing = follow()
    tell()
  })

  return {
    language: () => now.spoken.language,
    amounts: () => (now.spoken.settings.privacy ? 'hidden' : 'shown'),
    theme: () => now.spoken.settings.theme,
    timeZone: () => now.spoken.settings.timeZone,
    say: (id, values) => now.spoken.say(id, values),
    translate: (sentence) => now.spoken.translate(sentence),
    onChange: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
    stop: () => {
      stopSwitches()
      now.stopFollowing()
      listeners.clear()
    },
  }
}

function speak(language: Language) {
  return { say: createSay(language), translate: createTranslate(language) }
}

function languageOf(wish: SettingsRow['language'], locale: string): Language {
  return wish === 'system' ? chooseLanguage([locale]) : wish
}
