import type { Words } from '../sentence.ts'

/** About adding, naming and removing accounts. */
export const account = {
  'account.unknown-venue': {
    en: '{{venue}} is not an exchange Tidemark knows. Nothing was added. Choose one of {{known}}.',
    ru: '{{venue}}: такой биржи Tidemark не знает. Ничего не добавлено. Выберите одну из: {{known}}.',
    bg: '{{venue}}: Tidemark не познава такава борса. Нищо не е добавено. Изберете някоя от: {{known}}.',
  },
  'account.unknown-environment': {
    en: '{{venue}} has no environment {{environment}}. Nothing was added. Choose one of {{known}}.',
    ru: 'У {{venue}} нет среды {{environment}}. Ничего не добавлено. Выберите одну из: {{known}}.',
    bg: '{{venue}} няма среда {{environment}}. Нищо не е добавено. Изберете някоя от: {{known}}.',
  },
  'account.label-taken': {
    en: 'Another account is already named “{{label}}”. Nothing was changed. Choose another name.',
    ru: 'Другой счёт уже называется «{{label}}». Ничего не изменено. Выберите другое имя.',
    bg: 'Друга сметка вече се казва „{{label}}“. Нищо не е променено. Изберете друго име.',
  },
  'account.added-already': {
    en: 'This key belongs to an account that is here already, named “{{label}}”. Nothing was added, so that no total counts it twice. To use this key in place of its present one, remove “{{label}}” first; its stored history goes with it.',
    ru: 'Этот ключ принадлежит счёту, который уже добавлен под именем «{{label}}». Ничего не добавлено, чтобы итоги не считали его дважды. Чтобы заменить его ключ этим, сначала удалите «{{label}}»; вместе с ним удалится и сохранённая история.',
    bg: 'Този ключ е на сметка, която вече е тук под името „{{label}}“. Нищо не е добавено, за да не я броят сборовете два пъти. За да замените ключа ѝ с този, първо премахнете „{{label}}“; с нея изчезва и запазената история.',
  },
  'account.unknown': {
    en: 'This account is not here any more. Nothing was changed.',
    ru: 'Этого счёта здесь больше нет. Ничего не изменено.',
    bg: 'Тази сметка вече не е тук. Нищо не е променено.',
  },
  'account.demo-only': {
    en: 'Tidemark was started with --demo, so no real account can be added. Nothing was kept. Start it without --demo.',
    ru: 'Tidemark запущен с --demo, поэтому настоящий счёт добавить нельзя. Ничего не сохранено. Запустите без --demo.',
    bg: 'Tidemark е стартиран с --demo, затова не може да се добави истинска сметка. Нищо не е запазено. Стартирайте без --demo.',
  },
  'account.demo-fixed': {
    en: 'The demo accounts belong to the simulator and stay as they are. Nothing was changed.',
    ru: 'Демо-счета принадлежат симулятору и не меняются. Ничего не изменено.',
    bg: 'Демо сметките са на симулатора и не се променят. Нищо не е променено.',
  },
  'account.none-live': {
    en: 'There is no real account yet, so Tidemark stays in demo mode. Add one in Settings.',
    ru: 'Настоящего счёта пока нет, поэтому Tidemark остаётся в демо-режиме. Добавьте счёт в настройках.',
    bg: 'Още няма истинска сметка, затова Tidemark остава в демо режим. Добавете сметка в настройките.',
  },
  'account.key-can-withdraw': {
    en: 'The key of this account can withdraw or move funds ({{powers}}), so it is not used any more. Stored history is kept. Make the key read-only at {{venue}} and check it again.',
    ru: 'Ключ этого счёта может выводить или переводить средства ({{powers}}), поэтому больше не используется. История сохранена. Сделайте ключ на {{venue}} только для чтения и проверьте его снова.',
    bg: 'Ключът на тази сметка може да тегли или мести средства ({{powers}}), затова вече не се използва. Историята е запазена. Направете ключа в {{venue}} само за четене и го проверете отново.',
  },
  'account.key-can-trade': {
    en: 'The key of this account can trade ({{powers}}), which you have not accepted, so it is not used any more. Stored history is kept. Make the key read-only at {{venue}} and check it again.',
    ru: 'Ключ этого счёта может торговать ({{powers}}), а вы на это не соглашались, поэтому он больше не используется. История сохранена. Сделайте ключ на {{venue}} только для чтения и проверьте его снова.',
    bg: 'Ключът на тази сметка може да търгува ({{powers}}), а вие не сте приели това, затова вече не се използва. Историята е запазена. Направете ключа в {{venue}} само за четене и го проверете отново.',
  },
} as const satisfies Record<string, Words>
