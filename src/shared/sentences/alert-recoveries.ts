import type { Words } from '../sentence.ts'

/** What is said once an alert's condition holds no more. */
export const alertRecoveries = {
  'alert.over-price-below': {
    en: '{{symbol}} is back below {{priceLine}}.',
    ru: '{{symbol}} снова ниже {{priceLine}}.',
    bg: '{{symbol}} отново е под {{priceLine}}.',
  },
  'alert.over-price-above': {
    en: '{{symbol}} is back above {{priceLine}}.',
    ru: '{{symbol}} снова выше {{priceLine}}.',
    bg: '{{symbol}} отново е над {{priceLine}}.',
  },
  'alert.over-price-moves': {
    en: '{{symbol}} moves less again: {{shareMoved}} within {{spanWindow}}.',
    ru: '{{symbol}} снова меняется меньше: {{shareMoved}} за {{spanWindow}}.',
    bg: '{{symbol}} отново се движи по-малко: {{shareMoved}} за {{spanWindow}}.',
  },
  'alert.over-position-pnl': {
    en: '{{symbol}} {{side}}: unrealised PnL is back at {{amountPnl}} {{asset}}.',
    ru: '{{symbol}} {{side}}: нереализованный PnL снова {{amountPnl}} {{asset}}.',
    bg: '{{symbol}} {{side}}: нереализираният PnL отново е {{amountPnl}} {{asset}}.',
  },
  'alert.over-position-roi': {
    en: '{{symbol}} {{side}}: ROI is back at {{shareRoi}}.',
    ru: '{{symbol}} {{side}}: ROI снова {{shareRoi}}.',
    bg: '{{symbol}} {{side}}: ROI отново е {{shareRoi}}.',
  },
  'alert.over-liquidation-distance': {
    en: '{{symbol}} {{side}} is {{shareDistance}} from liquidation, beyond {{shareLine}} again.',
    ru: '{{symbol}} {{side}}: до ликвидации {{shareDistance}}, снова больше {{shareLine}}.',
    bg: '{{symbol}} {{side}} е на {{shareDistance}} от ликвидация, отново над {{shareLine}}.',
  },
  'alert.over-closed': {
    en: '{{symbol}} {{side}} is closed.',
    ru: '{{symbol}} {{side}}: позиция закрыта.',
    bg: '{{symbol}} {{side}}: позицията е затворена.',
  },
  'alert.over-no-liquidation': {
    en: '{{symbol}} {{side}} has no liquidation price any more.',
    ru: '{{symbol}} {{side}}: цены ликвидации больше нет.',
    bg: '{{symbol}} {{side}} вече няма цена на ликвидация.',
  },
  'alert.over-margin-ratio': {
    en: '{{account}}: the margin ratio is {{shareMargin}}, below {{shareLine}} again.',
    ru: '{{account}}: коэффициент маржи {{shareMargin}}, снова ниже {{shareLine}}.',
    bg: '{{account}}: коефициентът на маржа е {{shareMargin}}, отново под {{shareLine}}.',
  },
  'alert.over-drawdown': {
    en: '{{account}}: equity is {{shareDrawdown}} below its peak, less than {{shareLine}} again.',
    ru: '{{account}}: капитал на {{shareDrawdown}} ниже максимума, снова меньше {{shareLine}}.',
    bg: '{{account}}: капиталът е с {{shareDrawdown}} под върха си, отново по-малко от {{shareLine}}.',
  },
  'alert.over-daily-loss': {
    en: "{{account}}: today's PnL is back at {{amountToday}} {{currency}}.",
    ru: '{{account}}: PnL за сегодня снова {{amountToday}} {{currency}}.',
    bg: '{{account}}: днешният PnL отново е {{amountToday}} {{currency}}.',
  },
  'alert.over-funding-rate': {
    en: '{{symbol}}: the funding rate is back at {{shareRate}}.',
    ru: '{{symbol}}: ставка финансирования снова {{shareRate}}.',
    bg: '{{symbol}}: ставката на финансиране отново е {{shareRate}}.',
  },
  'alert.over-stream-stale': {
    en: '{{stream}} is live again.',
    ru: '{{stream}}: данные снова обновляются.',
    bg: '{{stream}}: данните отново са на живо.',
  },
  'alert.over-key-expires': {
    en: '{{account}}: the key does not end soon any more; days left: {{days}}.',
    ru: '{{account}}: срок ключа больше не истекает скоро, дней осталось: {{days}}.',
    bg: '{{account}}: ключът вече не изтича скоро; оставащи дни: {{days}}.',
  },
  'alert.over-memory': {
    en: 'Tidemark is back at {{bytesNow}} of memory.',
    ru: 'Tidemark снова занимает {{bytesNow}} памяти.',
    bg: 'Tidemark отново използва {{bytesNow}} памет.',
  },
  'alert.over-processor': {
    en: 'Tidemark is back at {{shareNow}} of a processor core.',
    ru: 'Tidemark снова занимает {{shareNow}} ядра процессора.',
    bg: 'Tidemark отново използва {{shareNow}} от едно ядро на процесора.',
  },
  'alert.over-event-loop-delay': {
    en: 'Tidemark is only {{spanNow}} behind again.',
    ru: 'Tidemark снова отстаёт лишь на {{spanNow}}.',
    bg: 'Tidemark отново изостава само с {{spanNow}}.',
  },
  'alert.over-database-size': {
    en: 'The database is back at {{bytesNow}}.',
    ru: 'База данных снова занимает {{bytesNow}}.',
    bg: 'Базата данни отново заема {{bytesNow}}.',
  },
  'alert.over-disk-free': {
    en: 'The disk has {{bytesNow}} left again.',
    ru: 'На диске снова {{bytesNow}}.',
    bg: 'На диска отново остават {{bytesNow}}.',
  },
  'alert.over-body': {
    en: 'It lasted {{spanLasted}}; the alert was of {{timeTold}}.',
    ru: 'Длилось {{spanLasted}}; оповещение было {{timeTold}}.',
    bg: 'Продължи {{spanLasted}}; известието беше от {{timeTold}}.',
  },
  'alert.over-position-body': {
    en: '{{account}}: it lasted {{spanLasted}}; the alert was of {{timeTold}}.',
    ru: '{{account}}: длилось {{spanLasted}}; оповещение было {{timeTold}}.',
    bg: '{{account}}: продължи {{spanLasted}}; известието беше от {{timeTold}}.',
  },
} as const satisfies Readonly<Record<string, Words>>
