import type { Words } from '../sentence.ts'

/** About the computer Tidemark runs on: its disk, its keychain, its folders. */
export const host = {
  'store.unreadable': {
    en: 'The database {{file}} cannot be read ({{reason}}). The file was left exactly as it is and nothing was written. Put a good copy in its place, or move it away to start with an empty one.',
    ru: 'Базу данных {{file}} не удаётся прочитать ({{reason}}). Файл оставлен без изменений, ничего не записано. Замените его исправной копией или уберите, чтобы начать с пустой базы.',
    bg: 'Базата данни {{file}} не може да се прочете ({{reason}}). Файлът е оставен непроменен и нищо не е записано. Поставете изправно копие на мястото му или го преместете, за да започнете с празна база.',
  },
  'store.newer': {
    en: 'The database {{file}} was written by a newer Tidemark (format {{found}}, this version knows {{known}}). The file was left exactly as it is. Install the newer version, or choose another data folder.',
    ru: 'База данных {{file}} записана более новой версией Tidemark (формат {{found}}, эта версия знает {{known}}). Файл оставлен без изменений. Установите новую версию или выберите другую папку данных.',
    bg: 'Базата данни {{file}} е записана от по-нова версия на Tidemark (формат {{found}}, тази версия познава {{known}}). Файлът е оставен непроменен. Инсталирайте по-новата версия или изберете друга папка за данни.',
  },
  'store.locked': {
    en: 'Another program has the database {{file}} open. The file was left as it is. Close the other program and start Tidemark again.',
    ru: 'База данных {{file}} открыта другой программой. Файл оставлен без изменений. Закройте эту программу и запустите Tidemark снова.',
    bg: 'Базата данни {{file}} е отворена от друга програма. Файлът е оставен непроменен. Затворете другата програма и стартирайте Tidemark отново.',
  },
  'store.read-only': {
    en: 'Tidemark may not write the database {{file}}. What is in it is kept. Give your user the right to write this file and its folder, or choose another data folder.',
    ru: 'У Tidemark нет права записи в базу данных {{file}}. Её содержимое сохранено. Дайте своему пользователю право записи в файл и папку или выберите другую папку данных.',
    bg: 'Tidemark няма право да записва в базата данни {{file}}. Съдържанието ѝ е запазено. Дайте на потребителя си право на запис във файла и папката или изберете друга папка за данни.',
  },
  'store.full': {
    en: 'The disk is full: {{file}} cannot grow. Everything stored so far is kept, and what is new waits in memory and is written as soon as there is room. Free some space.',
    ru: 'Диск заполнен: {{file}} не может расти. Всё сохранённое на месте, новое ждёт в памяти и будет записано, как только появится место. Освободите место на диске.',
    bg: 'Дискът е пълен: {{file}} не може да расте. Всичко записано дотук е запазено, а новото чака в паметта и ще бъде записано, щом има място. Освободете място.',
  },
  'store.failed': {
    en: 'The database {{file}} cannot be used right now ({{reason}}). Everything stored so far is kept; Tidemark tries again. Check the disk if this stays.',
    ru: 'База данных {{file}} сейчас недоступна ({{reason}}). Всё сохранённое на месте; Tidemark повторит попытку. Если не пройдёт, проверьте диск.',
    bg: 'Базата данни {{file}} в момента не може да се използва ({{reason}}). Всичко записано дотук е запазено; Tidemark опитва отново. Ако остане така, проверете диска.',
  },
  'store.no-room': {
    en: 'The disk is full: there is no room to open the database {{file}}. Everything stored is kept. Free some space and start Tidemark again.',
    ru: 'Диск заполнен: нет места, чтобы открыть базу данных {{file}}. Всё сохранённое на месте. Освободите место и запустите Tidemark снова.',
    bg: 'Дискът е пълен: няма място базата данни {{file}} да се отвори. Всичко записано е запазено. Освободете място и стартирайте Tidemark отново.',
  },
  'store.unopened': {
    en: 'The database {{file}} cannot be opened ({{reason}}). What is in it is kept. Check that its folder exists and the disk is sound, then start Tidemark again.',
    ru: 'Базу данных {{file}} не удаётся открыть ({{reason}}). Её содержимое сохранено. Проверьте, что папка существует и диск исправен, и запустите Tidemark снова.',
    bg: 'Базата данни {{file}} не може да се отвори ({{reason}}). Съдържанието ѝ е запазено. Проверете дали папката съществува и дискът е изправен и стартирайте Tidemark отново.',
  },
  'folder.taken': {
    en: 'The data folder {{folder}} is in use by another Tidemark ({{program}}, process {{process}}). Nothing was changed. Close it, or choose another folder with --data.',
    ru: 'Папка данных {{folder}} занята другим Tidemark ({{program}}, процесс {{process}}). Ничего не изменено. Закройте его или выберите другую папку с помощью --data.',
    bg: 'Папката за данни {{folder}} се използва от друг Tidemark ({{program}}, процес {{process}}). Нищо не е променено. Затворете го или изберете друга папка с --data.',
  },
  'folder.unusable': {
    en: 'The data folder {{folder}} cannot be used ({{reason}}). Nothing was written. Give your user the right to write there, free some space, or choose another folder with --data.',
    ru: 'Папку данных {{folder}} нельзя использовать ({{reason}}). Ничего не записано. Дайте своему пользователю право записи, освободите место или выберите другую папку с помощью --data.',
    bg: 'Папката за данни {{folder}} не може да се използва ({{reason}}). Нищо не е записано. Дайте на потребителя си право на запис, освободете място или изберете друга папка с --data.',
  },
  'vault.keychain-missing': {
    en: 'This computer has no usable keychain ({{reason}}). No key was read or written. In Settings, begin a vault protected by a passphrase instead.',
    ru: 'На этом компьютере нет доступной связки ключей ({{reason}}). Ключи не читались и не записывались. Создайте в настройках хранилище под парольной фразой.',
    bg: 'На този компютър няма достъпен ключодържател ({{reason}}). Не е четен или записван ключ. Създайте в настройките хранилище с парола.',
  },
  'vault.keychain-locked': {
    en: 'The keychain is locked ({{reason}}). The keys in it are kept. Unlock it and try again, or begin a vault protected by a passphrase in Settings.',
    ru: 'Связка ключей заблокирована ({{reason}}). Ключи в ней сохранены. Разблокируйте её и повторите попытку или создайте в настройках хранилище под парольной фразой.',
    bg: 'Ключодържателят е заключен ({{reason}}). Ключовете в него са запазени. Отключете го и опитайте пак или създайте в настройките хранилище с парола.',
  },
  'vault.keychain-refused': {
    en: 'The keychain did not let Tidemark in ({{reason}}). Its entries are unchanged. Try again and allow the access, or begin a vault protected by a passphrase in Settings.',
    ru: 'Связка ключей не пустила Tidemark ({{reason}}). Её записи не изменены. Повторите попытку и разрешите доступ или создайте в настройках хранилище под парольной фразой.',
    bg: 'Ключодържателят не допусна Tidemark ({{reason}}). Записите в него не са променени. Опитайте пак и разрешете достъпа или създайте в настройките хранилище с парола.',
  },
  'vault.keychain-silent': {
    en: 'The keychain did not answer within {{seconds}} s; it may be waiting for its own password. The keys in it are kept. Unlock it and try again, or begin a vault protected by a passphrase in Settings.',
    ru: 'Связка ключей не ответила за {{seconds}} с; возможно, она ждёт своего пароля. Ключи в ней сохранены. Разблокируйте её и повторите попытку или создайте в настройках хранилище под парольной фразой.',
    bg: 'Ключодържателят не отговори за {{seconds}} с; може би чака своята парола. Ключовете в него са запазени. Отключете го и опитайте пак или създайте в настройките хранилище с парола.',
  },
  'vault.keychain-failed': {
    en: 'The keychain failed ({{reason}}). Its entries are unchanged. Try again, or begin a vault protected by a passphrase in Settings.',
    ru: 'Сбой связки ключей ({{reason}}). Её записи не изменены. Повторите попытку или создайте в настройках хранилище под парольной фразой.',
    bg: 'Ключодържателят се провали ({{reason}}). Записите в него не са променени. Опитайте пак или създайте в настройките хранилище с парола.',
  },
  'vault.key-too-long': {
    en: 'This computer’s keychain takes no key this long ({{reason}}). Nothing was kept. Create an Ed25519 key, which is shorter, or begin a vault protected by a passphrase in Settings.',
    ru: 'Связка ключей этого компьютера не принимает такой длинный ключ ({{reason}}). Ничего не сохранено. Создайте более короткий ключ Ed25519 или начните в настройках хранилище под парольной фразой.',
    bg: 'Ключодържателят на този компютър не приема толкова дълъг ключ ({{reason}}). Нищо не е запазено. Създайте по-къс ключ Ed25519 или започнете в настройките хранилище с парола.',
  },
  'vault.key-in-keychain': {
    en: 'The key of this account is still in the keychain, which did not open ({{reason}}). It is kept there. Unlock the keychain and check the account again: the key then moves into the passphrase vault. Or remove the account and add it again.',
    ru: 'Ключ этого счёта всё ещё в связке ключей, а она не открылась ({{reason}}). Он там сохранён. Разблокируйте связку и проверьте счёт снова: ключ перейдёт в хранилище под парольной фразой. Или удалите счёт и добавьте его заново.',
    bg: 'Ключът на тази сметка още е в ключодържателя, а той не се отвори ({{reason}}). Запазен е там. Отключете ключодържателя и проверете сметката отново: ключът ще мине в хранилището с парола. Или премахнете сметката и я добавете наново.',
  },
  'vault.none-yet': {
    en: 'There is no vault at {{file}} yet. Nothing is lost. Choose a passphrase for it.',
    ru: 'Хранилища {{file}} ещё нет. Ничего не потеряно. Выберите для него парольную фразу.',
    bg: 'Хранилището {{file}} още не съществува. Нищо не е загубено. Изберете парола за него.',
  },
  'vault.no-key': {
    en: 'The vault holds no key for this account. Stored history is kept. Enter the account’s key again.',
    ru: 'В хранилище нет ключа этого счёта. История сохранена. Введите ключ счёта заново.',
    bg: 'В хранилището няма ключ за тази сметка. Историята е запазена. Въведете ключа на сметката отново.',
  },
  'vault.entry-unreadable': {
    en: 'The key kept for this account cannot be read. It was left as it is. Enter the account’s key again to replace it.',
    ru: 'Сохранённый ключ этого счёта не читается. Он оставлен без изменений. Введите ключ счёта заново, чтобы заменить его.',
    bg: 'Запазеният ключ за тази сметка не може да се прочете. Оставен е непроменен. Въведете ключа на сметката отново, за да го замените.',
  },
  'vault.locked': {
    en: 'The vault {{file}} is locked. The keys in it are kept. Enter its passphrase.',
    ru: 'Хранилище {{file}} заблокировано. Ключи в нём сохранены. Введите парольную фразу.',
    bg: 'Хранилището {{file}} е заключено. Ключовете в него са запазени. Въведете паролата му.',
  },
  'vault.wrong-passphrase': {
    en: 'This passphrase does not open the vault {{file}}. The file is undamaged and was left as it is. Try again.',
    ru: 'Эта парольная фраза не открывает хранилище {{file}}. Файл не повреждён и оставлен без изменений. Попробуйте ещё раз.',
    bg: 'Тази парола не отваря хранилището {{file}}. Файлът е здрав и е оставен непроменен. Опитайте пак.',
  },
  'vault.damaged': {
    en: 'The vault {{file}} is damaged ({{reason}}). It was left exactly as it is. Put a good copy in its place, or move it away and enter your keys again.',
    ru: 'Хранилище {{file}} повреждено ({{reason}}). Файл оставлен без изменений. Замените его исправной копией или уберите и введите ключи заново.',
    bg: 'Хранилището {{file}} е повредено ({{reason}}). Оставено е непроменено. Поставете изправно копие на мястото му или го преместете и въведете ключовете отново.',
  },
  'vault.newer': {
    en: 'The vault {{file}} was written by a newer Tidemark. It was left exactly as it is. Install the newer version, or choose another data folder.',
    ru: 'Хранилище {{file}} записано более новой версией Tidemark. Файл оставлен без изменений. Установите новую версию или выберите другую папку данных.',
    bg: 'Хранилището {{file}} е записано от по-нова версия на Tidemark. Оставено е непроменено. Инсталирайте по-новата версия или изберете друга папка за данни.',
  },
  'vault.passphrase-short': {
    en: 'A new vault needs a passphrase of at least {{length}} characters. No vault was made. Choose a longer one.',
    ru: 'Для нового хранилища нужна парольная фраза не короче {{length}} символов. Хранилище не создано. Выберите более длинную.',
    bg: 'Новото хранилище иска парола от поне {{length}} знака. Хранилище не е създадено. Изберете по-дълга.',
  },
  'vault.file-failed': {
    en: 'The vault {{file}} cannot be read or written ({{reason}}). The keys in it are kept as they were. Check the rights on this file and the space on the disk.',
    ru: 'Хранилище {{file}} не удаётся прочитать или записать ({{reason}}). Ключи в нём остались прежними. Проверьте права на файл и место на диске.',
    bg: 'Хранилището {{file}} не може да се прочете или запише ({{reason}}). Ключовете в него са каквито бяха. Проверете правата върху файла и мястото на диска.',
  },
  'key.empty': {
    en: 'The key or its secret is empty. Nothing was kept. Copy both from the exchange and enter them again.',
    ru: 'Ключ или его секрет пуст. Ничего не сохранено. Скопируйте оба с биржи и введите заново.',
    bg: 'Ключът или тайната му са празни. Нищо не е запазено. Копирайте и двете от борсата и ги въведете отново.',
  },
  'key.characters': {
    en: 'The key or its secret holds spaces, line breaks or characters no exchange uses. Nothing was kept. Copy both again, each alone.',
    ru: 'В ключе или секрете есть пробелы, переносы строк или символы, которых биржи не используют. Ничего не сохранено. Скопируйте их заново, каждый отдельно.',
    bg: 'В ключа или тайната има интервали, нови редове или знаци, които борсите не използват. Нищо не е запазено. Копирайте ги отново, всяко поотделно.',
  },
  'key.pem-unreadable': {
    en: 'The private key cannot be read as PEM. Nothing was kept. Paste the whole file, from the BEGIN line to the END line.',
    ru: 'Закрытый ключ не читается как PEM. Ничего не сохранено. Вставьте файл целиком, от строки BEGIN до строки END.',
    bg: 'Частният ключ не може да се прочете като PEM. Нищо не е запазено. Поставете целия файл, от реда BEGIN до реда END.',
  },
  'key.pem-encrypted': {
    en: 'The private key is itself protected by a passphrase. Nothing was kept. Remove that protection first (openssl pkey) and paste the result.',
    ru: 'Закрытый ключ сам защищён парольной фразой. Ничего не сохранено. Сначала снимите защиту (openssl pkey) и вставьте результат.',
    bg: 'Самият частен ключ е защитен с парола. Нищо не е запазено. Първо махнете защитата (openssl pkey) и поставете резултата.',
  },
  'key.pem-public': {
    en: 'This is a public key; signing needs the private one. Nothing was kept. Paste the file that begins with BEGIN PRIVATE KEY.',
    ru: 'Это открытый ключ, а для подписи нужен закрытый. Ничего не сохранено. Вставьте файл, который начинается с BEGIN PRIVATE KEY.',
    bg: 'Това е публичен ключ, а за подпис е нужен частният. Нищо не е запазено. Поставете файла, който започва с BEGIN PRIVATE KEY.',
  },
  'key.pem-kind': {
    en: 'A private key of the kind {{kind}} cannot sign here. Nothing was kept. Create an Ed25519 or RSA key.',
    ru: 'Закрытый ключ типа {{kind}} здесь не подходит для подписи. Ничего не сохранено. Создайте ключ Ed25519 или RSA.',
    bg: 'Частен ключ от вид {{kind}} не може да подписва тук. Нищо не е запазено. Създайте ключ Ed25519 или RSA.',
  },
} as const satisfies Record<string, Words>
