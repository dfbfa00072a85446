import type { Words } from '../../../shared/sentence.ts'

/** Words of what the desktop app adds to Settings: start-up, notifications, updates. */
export const desktopWords = {
  'startup.title': { en: 'Start-up and tray', ru: 'Запуск и трей', bg: 'Стартиране и трей' },
  'startup.login': {
    en: 'Start when I log in',
    ru: 'Запускать при входе в систему',
    bg: 'Стартирай при влизане в системата',
  },
  'startup.hidden': {
    en: 'Start in the tray, without a window',
    ru: 'Запускать в трее, без окна',
    bg: 'Стартирай в трея, без прозорец',
  },
  'startup.tray': {
    en: 'Keep watching in the tray when the window is closed',
    ru: 'Продолжать слежение в трее после закрытия окна',
    bg: 'Продължавай да следиш в трея след затваряне на прозореца',
  },
  'notices.title': { en: 'Notifications', ru: 'Уведомления', bg: 'Известия' },
  'notices.fill': { en: 'Fills', ru: 'Сделки', bg: 'Сделки' },
  'notices.connection': { en: 'Connections', ru: 'Соединения', bg: 'Връзки' },
  'notices.account': { en: 'Accounts', ru: 'Счета', bg: 'Сметки' },
  'notices.program': { en: 'Tidemark itself', ru: 'Сам Tidemark', bg: 'Самият Tidemark' },
  'notices.on': { en: 'On', ru: 'Вкл.', bg: 'Вкл.' },
  'notices.silent': { en: 'Silent', ru: 'Без звука', bg: 'Без звук' },
  'notices.off': { en: 'Off', ru: 'Выкл.', bg: 'Изкл.' },
  'notices.quiet': { en: 'Quiet hours', ru: 'Тихие часы', bg: 'Тихи часове' },
  'notices.from': { en: 'From', ru: 'С', bg: 'От' },
  'notices.to': { en: 'To', ru: 'До', bg: 'До' },
  'notices.paused': { en: 'Paused until {{time}}', ru: 'Приостановлены до {{time}}', bg: 'Спрени до {{time}}' },
  'notices.pause': { en: 'Pause for an hour', ru: 'Приостановить на час', bg: 'Спри за един час' },
  'notices.resume': { en: 'Resume', ru: 'Возобновить', bg: 'Поднови' },
  'updates.title': { en: 'Updates', ru: 'Обновления', bg: 'Обновявания' },
  'updates.off': {
    en: 'New versions are not looked for.',
    ru: 'Новые версии не ищутся.',
    bg: 'Не се търсят нови версии.',
  },
  'updates.unavailable': {
    en: 'This copy is not updated from here.',
    ru: 'Эта копия обновляется не отсюда.',
    bg: 'Това копие не се обновява оттук.',
  },
  'updates.idle': {
    en: 'No newer version is known.',
    ru: 'О более новой версии ничего не известно.',
    bg: 'Не е известна по-нова версия.',
  },
  'updates.newest': {
    en: 'This is the newest version.',
    ru: 'Это самая новая версия.',
    bg: 'Това е най-новата версия.',
  },
  'updates.checking': {
    en: 'Looking for a newer version…',
    ru: 'Поиск новой версии…',
    bg: 'Търси се по-нова версия…',
  },
  'updates.found': {
    en: 'Version {{version}} is there.',
    ru: 'Вышла версия {{version}}.',
    bg: 'Излезе версия {{version}}.',
  },
  'updates.downloading': {
    en: 'Downloading version {{version}}…',
    ru: 'Скачивается версия {{version}}…',
    bg: 'Изтегля се версия {{version}}…',
  },
  'updates.verifying': {
    en: 'Verifying version {{version}}…',
    ru: 'Проверяется версия {{version}}…',
    bg: 'Проверява се версия {{version}}…',
  },
  'updates.ready': {
    en: 'Version {{version}} is downloaded and verified. It is installed when you say so.',
    ru: 'Версия {{version}} скачана и проверена. Она установится, когда вы скажете.',
    bg: 'Версия {{version}} е изтеглена и проверена. Инсталира се, когато кажете.',
  },
  'updates.current': { en: 'This version', ru: 'Эта версия', bg: 'Тази версия' },
  'updates.newer': { en: 'Newer version', ru: 'Новая версия', bg: 'По-нова версия' },
  'updates.published': { en: 'Published', ru: 'Опубликована', bg: 'Публикувана' },
  'updates.lastChecked': { en: 'Last checked', ru: 'Последняя проверка', bg: 'Последна проверка' },
  'updates.ago': { en: '{{age}} ago', ru: '{{age}} назад', bg: 'преди {{age}}' },
  'updates.notes': {
    en: 'What is new in {{version}}',
    ru: 'Что нового в {{version}}',
    bg: 'Какво ново в {{version}}',
  },
  'updates.check': { en: 'Check now', ru: 'Проверить сейчас', bg: 'Провери сега' },
  'updates.download': { en: 'Download', ru: 'Скачать', bg: 'Изтегли' },
  'updates.install': {
    en: 'Restart and install',
    ru: 'Перезапустить и установить',
    bg: 'Рестартирай и инсталирай',
  },
  'updates.page': { en: 'Downloads page', ru: 'Страница загрузок', bg: 'Страница за изтегляне' },
  'updates.automatic': {
    en: 'Look for new versions at start and daily',
    ru: 'Искать новые версии при запуске и раз в день',
    bg: 'Търси нови версии при стартиране и всеки ден',
  },
} as const satisfies Record<string, Words>
