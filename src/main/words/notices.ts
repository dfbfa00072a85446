import type { Words } from '../../shared/sentence.ts'

/** Of what the operating system tells the user for us. */
export const noticeWords = {
  'notice.demo': { en: 'Demo', ru: 'Демо', bg: 'Демо' },
  'notice.bought': {
    en: 'Bought {{quantity}} {{symbol}} at {{price}}',
    ru: 'Куплено {{quantity}} {{symbol}} по {{price}}',
    bg: 'Купени {{quantity}} {{symbol}} по {{price}}',
  },
  'notice.sold': {
    en: 'Sold {{quantity}} {{symbol}} at {{price}}',
    ru: 'Продано {{quantity}} {{symbol}} по {{price}}',
    bg: 'Продадени {{quantity}} {{symbol}} по {{price}}',
  },
  'notice.cause.liquidation': {
    en: 'Liquidated: {{fact}}',
    ru: 'Ликвидация: {{fact}}',
    bg: 'Ликвидация: {{fact}}',
  },
  'notice.cause.adl': {
    en: 'Auto-deleveraged: {{fact}}',
    ru: 'Авто-делевередж: {{fact}}',
    bg: 'Автоматично намаляване: {{fact}}',
  },
  'notice.fills': {
    en: '{{count}} fills: {{symbols}}',
    ru: 'Сделок: {{count}} ({{symbols}})',
    bg: 'Сделки: {{count}} ({{symbols}})',
  },
  'notice.fills.away': {
    en: '{{count}} fills while you were away',
    ru: 'Сделок, пока вас не было: {{count}}',
    bg: 'Сделки, докато ви нямаше: {{count}}',
  },
  'notice.realised': { en: 'PnL {{amount}}', ru: 'PnL {{amount}}', bg: 'PnL {{amount}}' },
  'notice.fee': {
    en: 'fee {{amount}} {{asset}}',
    ru: 'комиссия {{amount}} {{asset}}',
    bg: 'такса {{amount}} {{asset}}',
  },
  'notice.rebate': {
    en: 'rebate {{amount}} {{asset}}',
    ru: 'возврат {{amount}} {{asset}}',
    bg: 'отстъпка {{amount}} {{asset}}',
  },
  'notice.happened-at': { en: 'at {{time}}', ru: 'в {{time}}', bg: 'в {{time}}' },
  'notice.earlier': { en: 'Earlier: {{count}}', ru: 'Раньше: {{count}}', bg: 'По-рано: {{count}}' },
  'notice.lost': {
    en: 'Connection lost: {{exchanges}}',
    ru: 'Связь потеряна: {{exchanges}}',
    bg: 'Няма връзка: {{exchanges}}',
  },
  'notice.lost.body': {
    en: 'Figures are kept and dated. Trying again: {{streams}}',
    ru: 'Данные сохранены, с указанием их возраста. Переподключаются: {{streams}}',
    bg: 'Данните са запазени, с тяхната давност. Свързват се отново: {{streams}}',
  },
  'notice.restored': {
    en: 'Connection restored: {{exchanges}}',
    ru: 'Связь восстановлена: {{exchanges}}',
    bg: 'Връзката е възстановена: {{exchanges}}',
  },
  'notice.blind': {
    en: 'Nothing was heard for {{time}}',
    ru: 'Время без данных: {{time}}',
    bg: 'Време без данни: {{time}}',
  },
  'notice.still-lost': {
    en: 'still lost: {{exchanges}}',
    ru: 'ещё нет связи: {{exchanges}}',
    bg: 'все още няма връзка: {{exchanges}}',
  },
  'notice.refused': {
    en: '{{label}} is not watched any more',
    ru: 'Слежение за «{{label}}» прекращено',
    bg: '„{{label}}“ вече не се следи',
  },
  'notice.stale': {
    en: 'Figures of {{label}} are stale',
    ru: 'Данные «{{label}}» устарели',
    bg: 'Данните на „{{label}}“ са остарели',
  },
  'notice.stale.body': {
    en: 'They are kept and dated, and asked for again',
    ru: 'Они сохранены с указанием возраста и запрашиваются снова',
    bg: 'Те са запазени с тяхната давност и се искат отново',
  },
  'notice.well': {
    en: '{{label}} is live again',
    ru: '«{{label}}» снова онлайн',
    bg: '„{{label}}“ отново е на живо',
  },
  'notice.well.body': { en: 'It was not for {{time}}', ru: 'Перерыв: {{time}}', bg: 'Прекъсване: {{time}}' },
  'notice.in-tray': {
    en: 'Tidemark keeps watching',
    ru: 'Tidemark продолжает следить',
    bg: 'Tidemark продължава да следи',
  },
} as const satisfies Readonly<Record<string, Words>>
