import type { Words } from '../../shared/sentence.ts'

/** Of the tray icon: its tooltip and its menu. */
export const trayWords = {
  'tray.show': { en: 'Show Tidemark', ru: 'Показать Tidemark', bg: 'Покажи Tidemark' },
  'tray.demo': { en: 'DEMO', ru: 'ДЕМО', bg: 'ДЕМО' },
  'tray.equity': {
    en: 'Equity {{amount}} {{currency}}',
    ru: 'Капитал {{amount}} {{currency}}',
    bg: 'Капитал {{amount}} {{currency}}',
  },
  'tray.today': {
    en: 'Today {{amount}} {{currency}}',
    ru: 'Сегодня {{amount}} {{currency}}',
    bg: 'Днес {{amount}} {{currency}}',
  },
  'tray.live': { en: 'Live', ru: 'Онлайн', bg: 'На живо' },
  'tray.stale': { en: 'Stale', ru: 'Устарело', bg: 'Остаряло' },
  'tray.offline': { en: 'Offline', ru: 'Офлайн', bg: 'Офлайн' },
  'tray.alarm': { en: 'Alarm', ru: 'Тревога', bg: 'Тревога' },
  'tray.account': { en: '{{label}}: {{state}}', ru: '{{label}}: {{state}}', bg: '{{label}}: {{state}}' },
  'tray.account.aged': {
    en: '{{label}}: {{state}}, heard {{age}}',
    ru: '{{label}}: {{state}}, данные {{age}}',
    bg: '{{label}}: {{state}}, данни {{age}}',
  },
  'tray.state.live': { en: 'live, heard just now', ru: 'онлайн, данные свежие', bg: 'на живо, данните са нови' },
  'tray.state.starting': { en: 'starting', ru: 'запускается', bg: 'стартира' },
  'tray.state.checking': { en: 'checking', ru: 'проверка', bg: 'проверка' },
  'tray.state.stale': { en: 'stale', ru: 'устарело', bg: 'остаряло' },
  'tray.state.down': { en: 'offline', ru: 'офлайн', bg: 'офлайн' },
  'tray.state.refused': { en: 'refused, needs you', ru: 'отказ, нужны вы', bg: 'отказ, нужни сте вие' },
  'tray.pause': {
    en: 'Pause notices for 1 h',
    ru: 'Приостановить уведомления на 1 ч',
    bg: 'Спри известията за 1 ч',
  },
  'tray.resume': {
    en: 'Resume notices (paused until {{time}})',
    ru: 'Возобновить уведомления (пауза до {{time}})',
    bg: 'Възобнови известията (спрени до {{time}})',
  },
  'tray.diagnostics': { en: 'Diagnostics', ru: 'Диагностика', bg: 'Диагностика' },
  'tray.quit': { en: 'Quit Tidemark', ru: 'Завершить Tidemark', bg: 'Изход от Tidemark' },
  'badge.waiting': { en: 'Needs you: {{count}}', ru: 'Ждёт вас: {{count}}', bg: 'Чакат ви: {{count}}' },
} as const satisfies Readonly<Record<string, Words>>
