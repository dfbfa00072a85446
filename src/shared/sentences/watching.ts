import type { Words } from '../sentence.ts'

/** About the watch itself: signs of life, absences, and what rules would have told. */
export const watching = {
  'heartbeat.text': {
    en: 'Tidemark is well: everything it watches is live.',
    ru: 'Tidemark в порядке: всё, за чем он следит, в реальном времени.',
    bg: 'Tidemark е наред: всичко, което следи, е на живо.',
  },
  'heartbeat.no-account': {
    en: 'No account is watched yet, so there is nothing a heartbeat could vouch for. Add one in Settings.',
    ru: 'Пока нет ни одного счёта, и сигналу жизни не за что ручаться. Добавьте счёт в настройках.',
    bg: 'Още не се следи нито една сметка, затова сигналът за живот няма за какво да гарантира. Добавете сметка в настройките.',
  },
  'heartbeat.silent': {
    en: '{{name}} has sent no heartbeat for three of its intervals. Look whether it runs, has a network, and is not withholding its heartbeat itself.',
    ru: '{{name}} не присылает сигнал жизни уже три интервала. Проверьте, работает ли он, есть ли у него сеть и не задерживает ли он сигнал сам.',
    bg: '{{name}} не е изпращал сигнал за живот вече три интервала. Вижте дали работи, дали има мрежа и дали сам не задържа сигнала.',
  },
  'heartbeat.awaited': {
    en: '{{name}} has not been heard since this program began.',
    ru: 'С запуска этой программы {{name}} ещё не подавал сигнала.',
    bg: 'Откакто тази програма започна, {{name}} още не се е обадил.',
  },
  'all-clear.title': {
    en: 'All is well; accounts watched: {{accounts}}.',
    ru: 'Всё в порядке; счетов под наблюдением: {{accounts}}.',
    bg: 'Всичко е наред; следени сметки: {{accounts}}.',
  },
  'all-clear.body': {
    en: 'Everything that is counted on is live. Alerts in the last 24 hours: {{alerts}}; undelivered ever: {{undelivered}}.',
    ru: 'Всё необходимое в реальном времени. Оповещений за 24 часа: {{alerts}}; всего недоставленных: {{undelivered}}.',
    bg: 'Всичко, на което се разчита, е на живо. Известия за 24 часа: {{alerts}}; недоставени изобщо: {{undelivered}}.',
  },
  'all-clear.no-account': {
    en: 'The all-clear was not sent: no account is watched yet. Add one in Settings.',
    ru: '«Всё в порядке» не отправлено: пока нет ни одного счёта. Добавьте счёт в настройках.',
    bg: '„Всичко е наред“ не беше изпратено: още не се следи нито една сметка. Добавете сметка в настройките.',
  },
  'all-clear.not-fresh': {
    en: 'The all-clear was not sent: {{stream}} was not live.',
    ru: '«Всё в порядке» не отправлено: {{stream}} не в реальном времени.',
    bg: '„Всичко е наред“ не беше изпратено: {{stream}} не беше на живо.',
  },
  'all-clear.standing': {
    en: 'The all-clear was not sent: an alert still stood. The history shows which.',
    ru: '«Всё в порядке» не отправлено: есть оповещение, которое ещё в силе. Какое, видно в истории.',
    bg: '„Всичко е наред“ не беше изпратено: имаше известие, което още е в сила. Историята показва кое.',
  },
  'all-clear.undelivered': {
    en: 'The all-clear was not sent: alerts that reached nobody: {{undelivered}}. Try them again in the history.',
    ru: '«Всё в порядке» не отправлено: недоставленных оповещений: {{undelivered}}. Повторите их из истории.',
    bg: '„Всичко е наред“ не беше изпратено: недоставени известия: {{undelivered}}. Опитайте ги отново от историята.',
  },
  'absence.sleep': {
    en: 'While this computer slept for {{spanAway}}.',
    ru: 'Пока компьютер спал ({{spanAway}}).',
    bg: 'Докато компютърът спеше ({{spanAway}}).',
  },
  'absence.offline': {
    en: 'While nothing could be reached for {{spanAway}}.',
    ru: 'Пока не было связи ({{spanAway}}).',
    bg: 'Докато нямаше връзка ({{spanAway}}).',
  },
  'absence.restart': {
    en: 'While Tidemark did not watch for {{spanAway}}.',
    ru: 'Пока Tidemark не наблюдал ({{spanAway}}).',
    bg: 'Докато Tidemark не следеше ({{spanAway}}).',
  },
  'absence.account': {
    en: 'While {{account}} was out of reach for {{spanAway}}.',
    ru: 'Пока счёт {{account}} был недоступен ({{spanAway}}).',
    bg: 'Докато сметката {{account}} беше недостъпна ({{spanAway}}).',
  },
  'absence.body': {
    en: 'From {{timeFrom}} to {{timeTo}}: fills {{fills}}, funding {{amountsFunding}}, change of equity without transfers {{amountsPnl}}, alerts {{alerts}}.',
    ru: 'С {{timeFrom}} по {{timeTo}}: сделок {{fills}}, финансирование {{amountsFunding}}, изменение капитала без переводов {{amountsPnl}}, оповещений {{alerts}}.',
    bg: 'От {{timeFrom}} до {{timeTo}}: сделки {{fills}}, финансиране {{amountsFunding}}, промяна на капитала без преводи {{amountsPnl}}, известия {{alerts}}.',
  },
  'absence.document-name': { en: 'while-away', ru: 'за-время-отсутствия', bg: 'докато-ви-нямаше' },
  'absence.document-time': { en: 'Time (UTC)', ru: 'Время (UTC)', bg: 'Време (UTC)' },
  'absence.document-account': { en: 'Account', ru: 'Счёт', bg: 'Сметка' },
  'absence.document-exchange': { en: 'Exchange', ru: 'Биржа', bg: 'Борса' },
  'absence.document-symbol': { en: 'Symbol', ru: 'Символ', bg: 'Символ' },
  'absence.document-kind': { en: 'Kind', ru: 'Тип', bg: 'Вид' },
  'absence.document-side': { en: 'Side', ru: 'Сторона', bg: 'Страна' },
  'absence.document-price': { en: 'Price', ru: 'Цена', bg: 'Цена' },
  'absence.document-quantity': { en: 'Quantity', ru: 'Количество', bg: 'Количество' },
  'absence.document-fee': { en: 'Fee', ru: 'Комиссия', bg: 'Такса' },
  'absence.document-fee-asset': { en: 'Fee asset', ru: 'Актив комиссии', bg: 'Актив на таксата' },
  'absence.document-realised': { en: 'Realised PnL', ru: 'Реализованный PnL', bg: 'Реализиран PnL' },
  'absence.document-funding': { en: 'Funding', ru: 'Финансирование', bg: 'Финансиране' },
  'absence.document-funding-asset': {
    en: 'Funding asset',
    ru: 'Актив финансирования',
    bg: 'Актив на финансирането',
  },
  'absence.document-cut': {
    en: 'There were more: only the newest {{rows}} are listed.',
    ru: 'Записей больше: перечислены только последние {{rows}}.',
    bg: 'Записите са повече: изброени са само последните {{rows}}.',
  },
  'preview.newer': {
    en: 'Another preview was asked for meanwhile, so this one was given up.',
    ru: 'Тем временем запросили другой предпросмотр, поэтому этот прерван.',
    bg: 'Междувременно беше поискан друг предварителен преглед, затова този беше прекъснат.',
  },
} as const satisfies Readonly<Record<string, Words>>
