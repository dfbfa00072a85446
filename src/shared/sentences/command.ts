import type { Words } from '../sentence.ts'

/** What the command line says. */
export const command = {
  'command.broke': {
    en: 'Tidemark ended because of an error in the program ({{why}}). What was known is stored. Start it again; if it happens once more, report the problem on its page on the web.',
    ru: 'Tidemark завершился из-за ошибки в программе ({{why}}). Всё известное сохранено. Запустите его снова; если это повторится, сообщите о проблеме на странице программы.',
    bg: 'Tidemark спря поради грешка в програмата ({{why}}). Известното дотук е запазено. Стартирайте го отново; ако се повтори, съобщете за проблема на страницата на програмата.',
  },
  'command.unknown-option': {
    en: 'Unknown option {{option}}. Nothing was started. Run with --help to see the options there are.',
    ru: 'Неизвестный параметр {{option}}. Ничего не запущено. Список параметров: --help.',
    bg: 'Непознат параметър {{option}}. Нищо не е стартирано. Списък с параметрите: --help.',
  },
  'command.bad-value': {
    en: '{{option}}: “{{value}}” cannot be used; expected {{expected}}. Nothing was started.',
    ru: '{{option}}: значение «{{value}}» не подходит; ожидается {{expected}}. Ничего не запущено.',
    bg: '{{option}}: „{{value}}“ не може да се използва; очаква се {{expected}}. Нищо не е стартирано.',
  },
  'command.missing': {
    en: '{{option}} is missing; expected {{expected}}. Nothing was changed.',
    ru: 'Не указан {{option}}; ожидается {{expected}}. Ничего не изменено.',
    bg: 'Липсва {{option}}; очаква се {{expected}}. Нищо не е променено.',
  },
  'command.port-taken': {
    en: 'Port {{port}} on {{host}} is taken by another program. Nothing was started. Choose another with --port.',
    ru: 'Порт {{port}} на {{host}} занят другой программой. Ничего не запущено. Выберите другой через --port.',
    bg: 'Порт {{port}} на {{host}} е зает от друга програма. Нищо не е стартирано. Изберете друг с --port.',
  },
  'command.cannot-listen': {
    en: 'Tidemark cannot listen on {{host}}:{{port}} ({{reason}}). Nothing was started.',
    ru: 'Tidemark не может слушать {{host}}:{{port}} ({{reason}}). Ничего не запущено.',
    bg: 'Tidemark не може да слуша на {{host}}:{{port}} ({{reason}}). Нищо не е стартирано.',
  },
  'command.no-account': {
    en: 'There is no account named “{{label}}”. Nothing was changed. `accounts -- list` shows those there are.',
    ru: 'Нет счёта с именем «{{label}}». Ничего не изменено. Список: `accounts -- list`.',
    bg: 'Няма сметка с име „{{label}}“. Нищо не е променено. Списък: `accounts -- list`.',
  },
  'command.no-secret': {
    en: 'The secret is read from standard input and nothing came. Nothing was changed. Pipe it in, or type it and press Enter.',
    ru: 'Секрет читается со стандартного ввода, но ничего не пришло. Ничего не изменено. Передайте его через конвейер или введите и нажмите Enter.',
    bg: 'Тайната се чете от стандартния вход, а нищо не дойде. Нищо не е променено. Подайте я през конвейер или я напишете и натиснете Enter.',
  },
  'command.added': {
    en: 'Added {{label}}: {{venue}}, {{environment}}, {{rights}}.',
    ru: 'Добавлен {{label}}: {{venue}}, {{environment}}, {{rights}}.',
    bg: 'Добавена е {{label}}: {{venue}}, {{environment}}, {{rights}}.',
  },
  'command.removed': {
    en: 'Removed {{label}}, its key and its stored history.',
    ru: 'Удалён {{label}}, его ключ и сохранённая история.',
    bg: 'Премахната е {{label}}, ключът ѝ и запазената история.',
  },
  'command.no-accounts': {
    en: 'No account is added yet.',
    ru: 'Пока не добавлено ни одного счёта.',
    bg: 'Още няма добавена сметка.',
  },
  'command.bad-address': {
    en: '{{variable}}: “{{value}}” is not a web address. Nothing was started. Give one such as https://host or wss://host.',
    ru: '{{variable}}: «{{value}}» не является адресом. Ничего не запущено. Укажите адрес вида https://host или wss://host.',
    bg: '{{variable}}: „{{value}}“ не е уеб адрес. Нищо не е стартирано. Дайте адрес като https://host или wss://host.',
  },
  'command.control-origin': {
    en: 'The control surface does not listen to web pages. Nothing was changed. Send the command from a program of your own.',
    ru: 'Управление недоступно веб-страницам. Ничего не изменено. Отправьте команду из собственной программы.',
    bg: 'Управлението не приема команди от уеб страници. Нищо не е променено. Изпратете командата от своя програма.',
  },
  'command.control-path': {
    en: 'There is nothing here. Send commands with POST /control; look with GET /control/state.',
    ru: 'Здесь ничего нет. Команды: POST /control; состояние: GET /control/state.',
    bg: 'Тук няма нищо. Команди: POST /control; състояние: GET /control/state.',
  },
  'command.control-unreadable': {
    en: 'The command is not JSON, or longer than a megabyte. Nothing was changed. Send one object or an array of them.',
    ru: 'Команда не является JSON или длиннее мегабайта. Ничего не изменено. Отправьте один объект или массив объектов.',
    bg: 'Командата не е JSON или е по-дълга от мегабайт. Нищо не е променено. Изпратете един обект или масив от обекти.',
  },
} as const satisfies Record<string, Words>
