import type { Words } from '../sentence.ts'

/** About the desktop app: window, tray, notices, start-up. */
export const desktop = {
  'desktop.only': {
    en: 'This belongs to the desktop app, and Tidemark runs without it here. Nothing was changed. Start the desktop app to use it.',
    ru: 'Это доступно только в настольном приложении, а здесь Tidemark работает без него. Ничего не изменено. Запустите настольное приложение.',
    bg: 'Това е възможно само в настолното приложение, а тук Tidemark работи без него. Нищо не е променено. Стартирайте настолното приложение.',
  },
  'desktop.not-started': {
    en: 'Tidemark could not start because of an error in the program ({{why}}). Nothing was changed. Start it again; if it happens once more, report the problem on its page on the web.',
    ru: 'Tidemark не удалось запустить из-за ошибки в программе ({{why}}). Ничего не изменено. Запустите его снова; если это повторится, сообщите о проблеме на странице программы.',
    bg: 'Tidemark не можа да стартира поради грешка в програмата ({{why}}). Нищо не е променено. Стартирайте го отново; ако се повтори, съобщете за проблема на страницата на програмата.',
  },
  'desktop.unexpected': {
    en: 'Something in Tidemark failed that should not ({{why}}). Tidemark goes on, but a part of it may have stopped. Restart it to be sure; the details are in the log, in the data folder.',
    ru: 'В Tidemark произошёл непредвиденный сбой ({{why}}). Tidemark продолжает работать, но какая-то его часть могла остановиться. Для надёжности перезапустите его; подробности — в журнале в папке данных.',
    bg: 'В Tidemark нещо се провали неочаквано ({{why}}). Tidemark продължава, но част от него може да е спряла. За по-сигурно го рестартирайте; подробностите са в дневника, в папката с данни.',
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
  'desktop.alerts-off': {
    en: 'Notifications of alerts are switched off for this computer. The alert is kept in its history. Switch them on in Settings, under Notifications, to be told.',
    ru: 'Уведомления об оповещениях на этом компьютере отключены. Оповещение осталось в истории. Включите их в настройках, в разделе «Уведомления».',
    bg: 'Известията по правила са изключени за този компютър. Известието остава в историята. Включете ги в настройките, в „Известия“.',
  },
  'desktop.alerts-starting': {
    en: 'Tidemark is still starting. The alert is kept and shown in a moment.',
    ru: 'Tidemark ещё запускается. Оповещение сохранено и будет показано через мгновение.',
    bg: 'Tidemark още стартира. Известието е запазено и ще се покаже след миг.',
  },
  'desktop.alerts-held': {
    en: 'Notifications are held back for now: they are paused, or it is quiet. The alert is kept and shown afterwards.',
    ru: 'Уведомления сейчас придержаны: пауза или тихие часы. Оповещение сохранено и будет показано позже.',
    bg: 'Известията сега се задържат: пауза или тихи часове. Казаното е запазено и ще се покаже след това.',
  },
  'desktop.choices-not-kept': {
    en: 'This choice counts now, but it could not be written to {{file}} and is forgotten when Tidemark ends. Check that the disk has room and the folder may be written to, then choose again.',
    ru: 'Выбор действует, но записать его в {{file}} не удалось, и после выхода из Tidemark он забудется. Проверьте, есть ли место на диске и доступна ли папка для записи, и повторите выбор.',
    bg: 'Изборът важи сега, но не можа да се запише в {{file}} и след изхода от Tidemark ще се забрави. Проверете дали има място на диска и дали в папката може да се пише, и изберете отново.',
  },
  'desktop.link-unknown': {
    en: 'Tidemark opens only its own pages in the browser, and this is none of them. Nothing was opened.',
    ru: 'Tidemark открывает в браузере только свои страницы, а эта к ним не относится. Ничего не открыто.',
    bg: 'Tidemark отваря в браузъра само свои страници, а тази не е от тях. Нищо не е отворено.',
  },
  'desktop.link-not-opened': {
    en: 'Your browser could not be opened. Open {{address}} in it yourself.',
    ru: 'Не удалось открыть браузер. Откройте {{address}} в нём сами.',
    bg: 'Браузърът не можа да се отвори. Отворете {{address}} в него сами.',
  },
  'desktop.no-tray': {
    en: 'This desktop shows no tray icons, so closing the window ends Tidemark.',
    ru: 'Этот рабочий стол не показывает значков в области уведомлений, поэтому закрытие окна завершает Tidemark.',
    bg: 'Този работен плот не показва икони в системната област, затова затварянето на прозореца спира Tidemark.',
  },
  'desktop.in-tray': {
    en: 'Tidemark keeps watching in the tray. Click its icon to bring the window back; to end it, choose Quit there.',
    ru: 'Tidemark продолжает следить из области уведомлений. Щёлкните значок, чтобы вернуть окно; чтобы завершить работу, выберите там «Завершить».',
    bg: 'Tidemark продължава да следи от системната област. Щракнете върху иконата, за да върнете прозореца; за край изберете там „Изход“.',
  },
  'desktop.page-keeps-crashing': {
    en: 'The window of Tidemark crashed several times within a minute and is not opened again by itself. Your accounts are still being watched and nothing was lost.',
    ru: 'Окно Tidemark несколько раз за минуту аварийно закрылось и само больше не открывается. Счета по-прежнему под наблюдением, ничего не потеряно.',
    bg: 'Прозорецът на Tidemark се срина няколко пъти за минута и повече не се отваря сам. Сметките ви продължават да се следят и нищо не е загубено.',
  },
  'desktop.no-sandbox': {
    en: 'Tidemark was started outside Chromium’s sandbox and does not run like that. Nothing was opened. On Linux, install the deb or rpm package, or let the AppImage have its sandbox: “The AppImage and the sandbox” in docs/operations.md says how.',
    ru: 'Tidemark запущен вне песочницы Chromium и так не работает. Ничего не открыто. В Linux установите пакет deb или rpm либо разрешите песочницу для AppImage: как — см. «The AppImage and the sandbox» в docs/operations.md.',
    bg: 'Tidemark е стартиран извън пясъчника на Chromium и така не работи. Нищо не е отворено. В Linux инсталирайте пакета deb или rpm или разрешете пясъчника за AppImage: как – вижте „The AppImage and the sandbox“ в docs/operations.md.',
  },
  'desktop.login-not-built': {
    en: 'Tidemark runs from its source here, and this system starts only installed programs at login. Install Tidemark to use this.',
    ru: 'Здесь Tidemark запущен из исходного кода, а эта система запускает при входе только установленные программы. Установите Tidemark.',
    bg: 'Тук Tidemark работи от изходния си код, а тази система стартира при влизане само инсталирани програми. Инсталирайте Tidemark.',
  },
  'desktop.login-refused': {
    en: 'The system keeps Tidemark from starting at login. Allow it in the system’s settings for login or start-up programs.',
    ru: 'Система не даёт Tidemark запускаться при входе. Разрешите это в настройках автозапуска системы.',
    bg: 'Системата не позволява на Tidemark да стартира при влизане. Разрешете го в системните настройки за програми при стартиране.',
  },
  'desktop.login-not-written': {
    en: 'Start at login could not be changed: {{file}} cannot be written. The system does what it did before. Check the folder’s rights, then choose again.',
    ru: 'Не удалось изменить запуск при входе: файл {{file}} не записывается. В системе всё осталось по-прежнему. Проверьте права на папку и повторите выбор.',
    bg: 'Стартирането при влизане не можа да се промени: {{file}} не може да се запише. В системата всичко е както преди. Проверете правата на папката и изберете отново.',
  },
} as const satisfies Readonly<Record<string, Words>>
