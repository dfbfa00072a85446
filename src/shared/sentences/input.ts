import type { Words } from '../sentence.ts'

/** About values that came from outside and cannot be used. */
export const input = {
  'decimal.unreadable': {
    en: '“{{text}}” is not a decimal number. Nothing was changed.',
    ru: '«{{text}}» не является десятичным числом. Ничего не изменено.',
    bg: '„{{text}}“ не е десетично число. Нищо не е променено.',
  },
  'input.invalid': {
    en: '{{field}}: {{problem}}. Nothing was changed.',
    ru: '{{field}}: {{problem}}. Ничего не изменено.',
    bg: '{{field}}: {{problem}}. Нищо не е променено.',
  },
} as const satisfies Record<string, Words>
