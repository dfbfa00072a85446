import type { Words } from '../sentence.ts'

/** About updates of the program. */
export const updates = {
  'update.unavailable': {
    en: 'This copy of Tidemark cannot update itself: it was not installed from one of our installers. Get a newer version the way you got this one.',
    ru: 'Эта копия Tidemark не может обновляться сама: она установлена не нашим установщиком. Получите новую версию так же, как эту.',
    bg: 'Това копие на Tidemark не може да се обновява само: не е инсталирано с наш инсталатор. Вземете новата версия така, както взехте тази.',
  },
  'update.by-package': {
    en: 'Tidemark was installed as a system package, which only an administrator may replace. Download the new package and install it the way you installed this one.',
    ru: 'Tidemark установлен как системный пакет, а его может заменить только администратор. Скачайте новый пакет и установите его так же, как этот.',
    bg: 'Tidemark е инсталиран като системен пакет, който може да замени само администратор. Изтеглете новия пакет и го инсталирайте така, както инсталирахте този.',
  },
  'update.bad-address': {
    en: '{{variable}} is not an https address (http is taken on this computer only). No update is looked for. Correct it or remove it and start Tidemark again.',
    ru: '{{variable}} — не адрес https (http допускается только на этом компьютере). Обновления не проверяются. Исправьте или удалите её и перезапустите Tidemark.',
    bg: '{{variable}} не е адрес с https (http се приема само на този компютър). Не се търсят обновявания. Поправете я или я махнете и стартирайте Tidemark отново.',
  },
  'update.offline': {
    en: 'The list of versions cannot be reached. This version keeps working. Check the connection; Tidemark tries again by itself.',
    ru: 'Список версий недоступен. Эта версия продолжает работать. Проверьте подключение; Tidemark попробует ещё раз сам.',
    bg: 'Списъкът с версии е недостъпен. Тази версия продължава да работи. Проверете връзката; Tidemark ще опита отново сам.',
  },
  'update.slow': {
    en: 'The server did not answer in time, and the attempt was ended. This version keeps working. Try again later.',
    ru: 'Сервер не ответил вовремя, попытка прекращена. Эта версия продолжает работать. Попробуйте позже.',
    bg: 'Сървърът не отговори навреме и опитът беше прекратен. Тази версия продължава да работи. Опитайте по-късно.',
  },
  'update.interrupted': {
    en: 'The connection broke off before everything had come. What had come was thrown away. Try again.',
    ru: 'Соединение прервалось раньше, чем всё было получено. Полученная часть удалена. Попробуйте ещё раз.',
    bg: 'Връзката прекъсна, преди да е дошло всичко. Дошлото беше изтрито. Опитайте отново.',
  },
  'update.refused': {
    en: 'The server refused with status {{status}}. This version keeps working. Try again later.',
    ru: 'Сервер отказал с кодом {{status}}. Эта версия продолжает работать. Попробуйте позже.',
    bg: 'Сървърът отказа с код {{status}}. Тази версия продължава да работи. Опитайте по-късно.',
  },
  'update.no-list': {
    en: 'There is no list of versions for this system where updates are published. This version keeps working. Look at the downloads page.',
    ru: 'Там, где публикуются обновления, нет списка версий для этой системы. Эта версия продолжает работать. Загляните на страницу загрузок.',
    bg: 'Където се публикуват обновяванията, няма списък с версии за тази система. Тази версия продължава да работи. Вижте страницата за изтегляне.',
  },
  'update.garbled': {
    en: 'The list of versions cannot be read, so nothing was taken from it. This version keeps working. Try again later.',
    ru: 'Список версий не читается, поэтому из него ничего не взято. Эта версия продолжает работать. Попробуйте позже.',
    bg: 'Списъкът с версии не се чете, затова нищо не беше взето от него. Тази версия продължава да работи. Опитайте по-късно.',
  },
  'update.not-trusted': {
    en: 'The server could not prove who it is, so nothing was taken from it. Check this computer’s date and the network you are on, then try again.',
    ru: 'Сервер не подтвердил свою подлинность, поэтому от него ничего не взято. Проверьте дату на компьютере и сеть, затем попробуйте ещё раз.',
    bg: 'Сървърът не доказа кой е, затова нищо не беше взето от него. Проверете датата на компютъра и мрежата и опитайте отново.',
  },
  'update.damaged': {
    en: 'The downloaded file is not the one that was published: its checksum differs. It was thrown away and nothing was installed. Try again later.',
    ru: 'Скачан не тот файл, что опубликован: контрольная сумма не совпала. Он удалён, ничего не установлено. Попробуйте позже.',
    bg: 'Изтегленият файл не е публикуваният: контролната сума се различава. Беше изтрит и нищо не беше инсталирано. Опитайте по-късно.',
  },
  'update.unsigned': {
    en: 'The downloaded file is not signed by us. Nothing was installed. Try again later, and report it if it stays that way.',
    ru: 'Скачанный файл подписан не нами. Ничего не установлено. Попробуйте позже и сообщите нам, если так и останется.',
    bg: 'Изтегленият файл не е подписан от нас. Нищо не беше инсталирано. Опитайте по-късно и ни съобщете, ако остане така.',
  },
  'update.disk-full': {
    en: 'There is no room on the disk for the update. Nothing was installed. Free some space and try again.',
    ru: 'На диске не хватает места для обновления. Ничего не установлено. Освободите место и попробуйте ещё раз.',
    bg: 'На диска няма място за обновяването. Нищо не беше инсталирано. Освободете място и опитайте отново.',
  },
  'update.not-writable': {
    en: 'Tidemark may not write where the update belongs. Nothing was installed. Allow writing to its folder, or move the program to a folder of yours.',
    ru: 'Tidemark не имеет права писать туда, где место обновлению. Ничего не установлено. Разрешите запись в эту папку или перенесите программу в свою.',
    bg: 'Tidemark няма право да пише там, където е мястото на обновяването. Нищо не беше инсталирано. Разрешете писането в папката или преместете програмата в своя.',
  },
  'update.gone': {
    en: 'The newer version is no longer offered. Nothing was downloaded. Check again later.',
    ru: 'Новая версия больше не предлагается. Ничего не скачано. Проверьте ещё раз позже.',
    bg: 'По-новата версия вече не се предлага. Нищо не беше изтеглено. Проверете отново по-късно.',
  },
  'update.changed': {
    en: 'The downloaded file was changed or removed after it had been verified. It was not installed. Download it again.',
    ru: 'Скачанный файл изменён или удалён после проверки. Он не установлен. Скачайте его заново.',
    bg: 'Изтегленият файл беше променен или изтрит след проверката. Не беше инсталиран. Изтеглете го отново.',
  },
  'update.not-installed': {
    en: 'The update could not be installed, and Tidemark was started again as it was. Your data is untouched. Try again, or install the new version by hand.',
    ru: 'Обновление не удалось установить, и Tidemark запущен прежним. Данные не тронуты. Попробуйте ещё раз или установите новую версию вручную.',
    bg: 'Обновяването не можа да се инсталира и Tidemark беше стартиран, както беше. Данните са непокътнати. Опитайте пак или инсталирайте новата версия ръчно.',
  },
  'update.nothing-found': {
    en: 'No newer version is known, so there is nothing to download. Check for one first.',
    ru: 'Новая версия неизвестна, скачивать нечего. Сначала проверьте наличие обновлений.',
    bg: 'Не е известна по-нова версия, няма какво да се изтегли. Първо проверете за такава.',
  },
  'update.nothing-ready': {
    en: 'No downloaded version is ready to be installed. Download one first.',
    ru: 'Нет скачанной версии, готовой к установке. Сначала скачайте её.',
    bg: 'Няма изтеглена версия, готова за инсталиране. Първо я изтеглете.',
  },
  'update.failed': {
    en: 'The update came to nothing; the log says more. This version keeps working. Try again later.',
    ru: 'С обновлением ничего не вышло; подробности — в журнале. Эта версия продолжает работать. Попробуйте позже.',
    bg: 'Обновяването не се получи; подробности има в дневника. Тази версия продължава да работи. Опитайте по-късно.',
  },
} as const satisfies Readonly<Record<string, Words>>
