import type { Words } from '../sentence.ts'

/** About messages on their way to a person: what any channel can meet, and what the test button sends. */
export const channels = {
  'channel.test-title': {
    en: 'Tidemark can reach you here.',
    ru: 'Tidemark может писать вам сюда.',
    bg: 'Tidemark може да ви пише тук.',
  },
  'channel.test-body': {
    en: 'This is a test: alerts will arrive like this message. Nothing has happened on your accounts.',
    ru: 'Это проверка: оповещения будут приходить так же, как это сообщение. На ваших счетах ничего не произошло.',
    bg: 'Това е проба: известията ще пристигат като това съобщение. По сметките ви не се е случило нищо.',
  },
  'channel.unreachable': {
    en: '{{host}} cannot be reached ({{reason}}), so the message did not leave. Check the address and the connection if this lasts.',
    ru: '{{host}} недоступен ({{reason}}), поэтому сообщение не ушло. Если так продолжится, проверьте адрес и соединение.',
    bg: '{{host}} е недостъпен ({{reason}}), затова съобщението не тръгна. Ако продължи, проверете адреса и връзката.',
  },
  'channel.timeout': {
    en: '{{host}} did not answer within {{seconds}} s. The message may or may not have arrived; it counts as not delivered.',
    ru: '{{host}} не ответил за {{seconds}} с. Сообщение могло дойти, а могло и не дойти; оно считается недоставленным.',
    bg: '{{host}} не отговори за {{seconds}} с. Съобщението може да е пристигнало, може и да не е; смята се за недоставено.',
  },
  'channel.certificate': {
    en: 'The certificate of {{host}} is not trusted ({{reason}}), so nothing was sent. Check the address, the system date, and any program that inspects secure connections.',
    ru: 'Сертификат {{host}} не вызывает доверия ({{reason}}), поэтому ничего не отправлено. Проверьте адрес, системную дату и программы, проверяющие защищённые соединения.',
    bg: 'Сертификатът на {{host}} не е доверен ({{reason}}), затова нищо не е изпратено. Проверете адреса, системната дата и програмите, които проверяват защитени връзки.',
  },
  'channel.proxy': {
    en: 'The proxy {{proxy}} opens no way to {{host}} ({{reason}}), so the message did not leave. Check HTTPS_PROXY or the proxy settings of the system.',
    ru: 'Прокси {{proxy}} не открывает соединение с {{host}} ({{reason}}), поэтому сообщение не ушло. Проверьте HTTPS_PROXY или настройки прокси в системе.',
    bg: 'Проксито {{proxy}} не отваря връзка към {{host}} ({{reason}}), затова съобщението не тръгна. Проверете HTTPS_PROXY или настройките на проксито в системата.',
  },
  'channel.busy': {
    en: '{{host}} takes no more messages for the moment. The message waits as long as was asked for.',
    ru: '{{host}} пока больше не принимает сообщения. Сообщение ждёт столько, сколько просит получатель.',
    bg: '{{host}} засега не приема повече съобщения. Съобщението изчаква колкото е поискано.',
  },
  'channel.server-error': {
    en: '{{host}} has a fault of its own (HTTP {{status}}), and the message counts as not delivered. There is nothing to change here.',
    ru: 'На стороне {{host}} сбой (HTTP {{status}}), сообщение считается недоставленным. Здесь менять ничего не нужно.',
    bg: 'При {{host}} има грешка (HTTP {{status}}) и съобщението се смята за недоставено. Тук няма какво да се променя.',
  },
  'channel.garbage': {
    en: '{{host}} answered with something that is not an answer of such a service, so the message counts as not delivered. Check the address, and whether this network asks for a login first.',
    ru: 'Ответ {{host}} не похож на ответ такой службы, поэтому сообщение считается недоставленным. Проверьте адрес и не требует ли эта сеть сначала войти.',
    bg: 'Отговорът на {{host}} не прилича на отговор на такава услуга, затова съобщението се смята за недоставено. Проверете адреса и дали тази мрежа не иска първо вход.',
  },
} as const satisfies Readonly<Record<string, Words>>
