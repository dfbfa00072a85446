import type { Words } from '../sentence.ts'

/** What a message says besides the alert's own words. */
export const alertMessages = {
  'alert.moment': {
    en: 'At {{timeAt}}.',
    ru: 'Время: {{timeAt}}.',
    bg: 'В {{timeAt}}.',
  },
  'alert.late': {
    en: 'Told late: Tidemark was not watching then and noticed at {{timeNoticed}}.',
    ru: 'Сообщено с опозданием: Tidemark тогда не наблюдал и заметил в {{timeNoticed}}.',
    bg: 'Съобщено със закъснение: Tidemark тогава не следеше и забеляза в {{timeNoticed}}.',
  },
  'alert.rule': {
    en: 'Rule: {{rule}}.',
    ru: 'Правило: {{rule}}.',
    bg: 'Правило: {{rule}}.',
  },
  'alert.is-info': { en: 'ℹ️ Info · {{said}}', ru: 'ℹ️ Сведение · {{said}}', bg: 'ℹ️ Сведение · {{said}}' },
  'alert.is-warning': { en: '⚠️ Warning · {{said}}', ru: '⚠️ Внимание · {{said}}', bg: '⚠️ Внимание · {{said}}' },
  'alert.is-critical': { en: '🚨 Critical · {{said}}', ru: '🚨 Критично · {{said}}', bg: '🚨 Критично · {{said}}' },
  'alert.still': {
    en: 'It was snoozed, and still stands.',
    ru: 'Было отложено и всё ещё в силе.',
    bg: 'Беше отложено и още е в сила.',
  },
  'alert.digest': {
    en: '{{count}} alerts.',
    ru: 'Оповещений: {{count}}.',
    bg: '{{count}} известия.',
  },
} as const satisfies Readonly<Record<string, Words>>
