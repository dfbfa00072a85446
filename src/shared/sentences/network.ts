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
} as const satisfies Record<string, Words>
