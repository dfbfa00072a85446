import type { Words } from '../sentence.ts'

/** About connections that fail before any exchange can answer. */
export const network = {
  'network.unreachable': {
    en: '{{host}} cannot be reached ({{reason}}). The last known figures are kept and dated; Tidemark keeps trying.',
    ru: '{{host}} недоступен ({{reason}}). Последние данные сохранены с указанием времени; попытки продолжаются.',
    bg: '{{host}} е недостъпен ({{reason}}). Последните данни са запазени с час; опитите продължават.',
  },
  'network.timeout': {
    en: '{{host}} did not answer within {{seconds}} s. The last known figures are kept and dated; Tidemark keeps trying.',
    ru: '{{host}} не ответил за {{seconds}} с. Последние данные сохранены с указанием времени; попытки продолжаются.',
    bg: '{{host}} не отговори за {{seconds}} с. Последните данни са запазени с час; опитите продължават.',
  },
  'network.cancelled': {
    en: 'The request was given up because nobody waits for its answer any more. Nothing was changed.',
    ru: 'Запрос прерван: его ответа больше никто не ждёт. Ничего не изменено.',
    bg: 'Заявката е прекратена, защото никой вече не чака отговора ѝ. Нищо не е променено.',
  },
  'network.certificate': {
    en: 'The certificate of {{host}} is not trusted ({{reason}}), so nothing was sent. The last known figures are kept and dated. Check the system date, and any program that inspects secure connections.',
    ru: 'Сертификат {{host}} не вызывает доверия ({{reason}}), поэтому ничего не отправлено. Последние данные сохранены с указанием времени. Проверьте системную дату и программы, проверяющие защищённые соединения.',
    bg: 'Сертификатът на {{host}} не е доверен ({{reason}}), затова нищо не е изпратено. Последните данни са запазени с час. Проверете системната дата и програмите, които проверяват защитени връзки.',
  },
  'network.proxy-refused': {
    en: 'The proxy {{proxy}} did not open a way to {{host}} ({{reason}}). The last known figures are kept and dated; Tidemark keeps trying. Check HTTPS_PROXY or the proxy settings of the system.',
    ru: 'Прокси {{proxy}} не открыл соединение с {{host}} ({{reason}}). Последние данные сохранены с указанием времени; попытки продолжаются. Проверьте HTTPS_PROXY или настройки прокси в системе.',
    bg: 'Проксито {{proxy}} не отвори връзка към {{host}} ({{reason}}). Последните данни са запазени с час; опитите продължават. Проверете HTTPS_PROXY или настройките на проксито в системата.',
  },
  'network.proxy-unsupported': {
    en: 'The proxy {{proxy}} for {{host}} is of a kind Tidemark cannot use ({{kind}}). Nothing was sent. Set HTTPS_PROXY to an HTTP proxy, or name the host in NO_PROXY.',
    ru: 'Прокси {{proxy}} для {{host}} относится к типу, который Tidemark не поддерживает ({{kind}}). Ничего не отправлено. Укажите HTTP-прокси в HTTPS_PROXY или добавьте хост в NO_PROXY.',
    bg: 'Проксито {{proxy}} за {{host}} е от вид, който Tidemark не поддържа ({{kind}}). Нищо не е изпратено. Задайте HTTP прокси в HTTPS_PROXY или посочете хоста в NO_PROXY.',
  },
  'network.too-large': {
    en: 'The answer of {{host}} is larger than {{megabytes}} MB. It was not used; the last known figures are kept and dated.',
    ru: 'Ответ {{host}} больше {{megabytes}} МБ. Он не использован; последние данные сохранены с указанием времени.',
    bg: 'Отговорът на {{host}} е по-голям от {{megabytes}} MB. Не е използван; последните данни са запазени с час.',
  },
  'network.handshake': {
    en: '{{host}} refused the live connection (HTTP {{status}}). The last known figures are kept and dated; Tidemark keeps trying.',
    ru: '{{host}} отклонил живое соединение (HTTP {{status}}). Последние данные сохранены с указанием времени; попытки продолжаются.',
    bg: '{{host}} отказа живата връзка (HTTP {{status}}). Последните данни са запазени с час; опитите продължават.',
  },
  'stream.closed': {
    en: '{{stream}}: the exchange closed the connection (code {{code}}). The last known figures are kept and dated; Tidemark reconnects by itself.',
    ru: '{{stream}}: биржа закрыла соединение (код {{code}}). Последние данные сохранены с указанием времени; Tidemark переподключается сам.',
    bg: '{{stream}}: борсата затвори връзката (код {{code}}). Последните данни са запазени с час; Tidemark се свързва отново сам.',
  },
  'stream.not-connected': {
    en: '{{stream}}: no connection within {{seconds}} s. The last known figures are kept and dated; Tidemark keeps trying.',
    ru: '{{stream}}: нет соединения в течение {{seconds}} с. Последние данные сохранены с указанием времени; попытки продолжаются.',
    bg: '{{stream}}: няма връзка в рамките на {{seconds}} с. Последните данни са запазени с час; опитите продължават.',
  },
  'stream.unanswered': {
    en: '{{stream}}: the exchange did not answer the login or subscription within {{seconds}} s. The last known figures are kept; Tidemark reconnects by itself.',
    ru: '{{stream}}: биржа не ответила на вход или подписку за {{seconds}} с. Последние данные сохранены; Tidemark переподключается сам.',
    bg: '{{stream}}: борсата не отговори на влизането или абонамента за {{seconds}} с. Последните данни са запазени; Tidemark се свързва отново сам.',
  },
  'stream.silent': {
    en: '{{stream}}: nothing was heard for {{seconds}} s, not even an answer to a heartbeat, so the connection was dropped. The last known figures are kept; Tidemark reconnects by itself.',
    ru: '{{stream}}: {{seconds}} с ничего не слышно, даже ответа на проверку связи, поэтому соединение разорвано. Последние данные сохранены; Tidemark переподключается сам.',
    bg: '{{stream}}: {{seconds}} с не се чува нищо, дори отговор на проверката, затова връзката е прекъсната. Последните данни са запазени; Tidemark се свързва отново сам.',
  },
  'stream.mute': {
    en: '{{stream}}: the connection answers but has delivered no data for {{seconds}} s. The figures are dated; if this lasts, Tidemark reconnects by itself.',
    ru: '{{stream}}: соединение отвечает, но {{seconds}} с не присылает данных. У данных указано время; если это продлится, Tidemark переподключится сам.',
    bg: '{{stream}}: връзката отговаря, но от {{seconds}} с не изпраща данни. Данните са с час; ако продължи, Tidemark ще се свърже отново сам.',
  },
  'stream.clock-moved': {
    en: '{{stream}}: this computer slept or its clock was moved, so everything is fetched and checked again. The last known figures are kept and dated.',
    ru: '{{stream}}: компьютер спал или его часы перевели, поэтому всё запрашивается и проверяется заново. Последние данные сохранены с указанием времени.',
    bg: '{{stream}}: компютърът е спал или часовникът му е преместен, затова всичко се изтегля и проверява отново. Последните данни са запазени с час.',
  },
  'stream.proving': {
    en: '{{stream}}: the network of this computer changed, so Tidemark is checking whether the connection still stands. The last known figures are kept and dated.',
    ru: '{{stream}}: сеть компьютера изменилась, поэтому Tidemark проверяет, держится ли соединение. Последние данные сохранены с указанием времени.',
    bg: '{{stream}}: мрежата на компютъра се промени, затова Tidemark проверява дали връзката още е жива. Последните данни са запазени с час.',
  },
  'stream.ticket-renewed': {
    en: '{{stream}}: the exchange replaced the key of this stream; Tidemark reconnects at once and checks the account again.',
    ru: '{{stream}}: биржа сменила ключ этого потока; Tidemark сразу переподключается и проверяет счёт заново.',
    bg: '{{stream}}: борсата смени ключа на този поток; Tidemark се свързва веднага отново и проверява сметката.',
  },
  'stream.unreadable': {
    en: '{{stream}}: a message could not be read and was not used. The last known figures are kept and are being fetched again.',
    ru: '{{stream}}: сообщение не удалось прочитать, оно не использовано. Последние данные сохранены и запрашиваются заново.',
    bg: '{{stream}}: едно съобщение не можа да се прочете и не е използвано. Последните данни са запазени и се изтеглят отново.',
  },
  'stream.topics-refused': {
    en: '{{stream}}: the exchange does not offer {{topics}}. Everything else of this stream works.',
    ru: '{{stream}}: биржа не предоставляет {{topics}}. Остальное в этом потоке работает.',
    bg: '{{stream}}: борсата не предлага {{topics}}. Останалото в този поток работи.',
  },
} as const satisfies Record<string, Words>
