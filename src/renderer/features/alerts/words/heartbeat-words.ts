import type { Words } from '../../../../shared/sentence.ts'

/** Words of the sign of life sent elsewhere. */
export const heartbeatWords = {
  'heartbeat.title': { en: 'Heartbeat', ru: 'Сигнал жизни', bg: 'Сигнал за живот' },
  'heartbeat.why': {
    en: 'A sign of life to an outside address while everything is fresh and alerts can leave. When it stops, that service raises the alarm.',
    ru: 'Сигнал на внешний адрес, пока данные свежи и оповещения могут уходить. Если он прекратится, тревогу поднимет та служба.',
    bg: 'Сигнал до външен адрес, докато всичко е прясно и известията могат да излизат. Спре ли, онази услуга вдига тревога.',
  },
  'heartbeat.off': { en: 'off', ru: 'отключён', bg: 'изключен' },
  'heartbeat.beating': { en: 'beating', ru: 'идёт', bg: 'тече' },
  'heartbeat.withheld': { en: 'withheld', ru: 'не отправляется', bg: 'задържан' },
  'heartbeat.failing': { en: 'failing', ru: 'сбой', bg: 'неуспешен' },
  'heartbeat.enabled': { en: 'Send a heartbeat', ru: 'Отправлять сигнал жизни', bg: 'Изпращай сигнал за живот' },
  'heartbeat.address': { en: 'Address', ru: 'Адрес', bg: 'Адрес' },
  'heartbeat.kept': {
    en: 'Kept in the vault ({{host}}). Leave it empty to keep it.',
    ru: 'Хранится в хранилище ({{host}}). Оставьте пустым, чтобы не менять.',
    bg: 'Пази се в хранилището ({{host}}). Оставете празно, за да остане.',
  },
  'heartbeat.every': { en: 'Every, minutes', ru: 'Каждые, минут', bg: 'На всеки, минути' },
  'heartbeat.allClear': { en: 'Daily all-clear', ru: 'Ежедневное «всё в порядке»', bg: 'Ежедневно „всичко е наред“' },
  'heartbeat.at': { en: 'At', ru: 'В', bg: 'В' },
  'heartbeat.sent': { en: 'last sent {{time}}', ru: 'последний {{time}}', bg: 'последен {{time}}' },
  'heartbeat.next': { en: 'next in {{age}}', ru: 'следующий через {{age}}', bg: 'следващ след {{age}}' },
  'heartbeat.saved': { en: 'Saved.', ru: 'Сохранено.', bg: 'Запазено.' },
  'heartbeat.test': { en: 'Send one now', ru: 'Отправить сейчас', bg: 'Изпрати сега' },
} as const satisfies Record<string, Words>
