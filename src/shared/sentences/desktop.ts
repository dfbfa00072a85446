import type { Words } from '../sentence.ts'

/** About the desktop app: window, tray, notices, start-up. */
export const desktop = {
  'desktop.only': {
    en: 'This belongs to the desktop app, and Tidemark runs without it here. Nothing was changed. Start the desktop app to use it.',
    ru: 'Это доступно только в настольном приложении, а здесь Tidemark работает без него. Ничего не изменено. Запустите настольное приложение.',
    bg: 'Това е възможно само в настолното приложение, а тук Tidemark работи без него. Нищо не е променено. Стартирайте настолното приложение.',
  },
  'desktop.tray-refused': {
    en: 'The system refused an icon in the tray ({{why}}). Tidemark watches on in its window; closing the window ends it. Restart Tidemark to try again.',
    ru: 'Система не дала значка в трее ({{why}}). Tidemark продолжает следить в окне; закрытие окна завершит его. Перезапустите Tidemark, чтобы попробовать снова.',
    bg: 'Системата отказа икона в областта за уведомяване ({{why}}). Tidemark продължава да следи в прозореца; затварянето му спира програмата. Рестартирайте Tidemark, за да опитате пак.',
  },
  'desktop.tray-missing': {
    en: 'This desktop shows no tray icons. Tidemark watches on in its window; closing the window ends it. Switch on tray icons (in GNOME: the AppIndicator extension).',
    ru: 'Этот рабочий стол не показывает значки в трее. Tidemark продолжает следить в окне; закрытие окна завершит его. Включите значки в трее (в GNOME — расширение AppIndicator).',
    bg: 'Тази работна среда не показва икони в областта за уведомяване. Tidemark продължава да следи в прозореца; затварянето му спира програмата. Включете иконите (в GNOME – разширението AppIndicator).',
  },
  'desktop.notices-unsupported': {
    en: 'This system shows no notifications. Everything is still in the app. Install a notification service (on Linux: a notification daemon) and restart Tidemark.',
    ru: 'Эта система не показывает уведомления. Всё по-прежнему видно в приложении. Установите службу уведомлений (в Linux — notification daemon) и перезапустите Tidemark.',
    bg: 'Тази система не показва известия. Всичко остава видимо в приложението. Инсталирайте услуга за известия (в Linux – notification daemon) и рестартирайте Tidemark.',
  },
  'desktop.notice-failed': {
    en: 'The system refused the last notification ({{why}}). What it said is still in the app. Allow Tidemark to notify in the settings of the system.',
    ru: 'Система не показала последнее уведомление ({{why}}). То, о чём оно сообщало, есть в приложении. Разрешите Tidemark уведомления в настройках системы.',
    bg: 'Системата не показа последното известие ({{why}}). Казаното в него е в приложението. Разрешете на Tidemark да показва известия в настройките на системата.',
  },
} as const satisfies Readonly<Record<string, Words>>
