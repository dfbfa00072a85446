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
} as const satisfies Record<string, Words>
