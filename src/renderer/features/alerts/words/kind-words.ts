import type { Words } from '../../../../shared/sentence.ts'

/** What alerts are about, in a word. */
export const kindWords = {
  'kind.price-crosses': { en: 'Price reaches', ru: 'Цена достигает', bg: 'Цената достига' },
  'kind.price-moves': { en: 'Price moves', ru: 'Цена меняется', bg: 'Цената се движи' },
  'kind.position-pnl': { en: 'Position PnL', ru: 'PnL позиции', bg: 'PnL на позиция' },
  'kind.position-roi': { en: 'Position ROI', ru: 'ROI позиции', bg: 'ROI на позиция' },
  'kind.liquidation-distance': {
    en: 'Distance to liquidation',
    ru: 'Расстояние до ликвидации',
    bg: 'Разстояние до ликвидация',
  },
  'kind.margin-ratio': { en: 'Margin ratio', ru: 'Коэффициент маржи', bg: 'Коефициент на маржа' },
  'kind.drawdown': { en: 'Drawdown from the peak', ru: 'Просадка от максимума', bg: 'Спад от върха' },
  'kind.daily-loss': { en: 'Loss of the day', ru: 'Убыток за день', bg: 'Загуба за деня' },
  'kind.funding-rate': { en: 'Funding rate', ru: 'Ставка финансирования', bg: 'Ставка на финансиране' },
  'kind.fill': { en: 'Fill', ru: 'Сделка', bg: 'Сделка' },
  'kind.liquidation': { en: 'Liquidation', ru: 'Ликвидация', bg: 'Ликвидация' },
  'kind.order-ended': {
    en: 'Order rejected or expired',
    ru: 'Ордер отклонён или истёк',
    bg: 'Отхвърлена или изтекла поръчка',
  },
  'kind.balance-changes': { en: 'Balance changes', ru: 'Баланс меняется', bg: 'Балансът се променя' },
  'kind.transfer': { en: 'Transfer', ru: 'Перевод', bg: 'Превод' },
  'kind.stream-stale': { en: 'Stream silent', ru: 'Поток молчит', bg: 'Поток мълчи' },
  'kind.key-rights-changed': {
    en: "Key's rights change",
    ru: 'Меняются права ключа',
    bg: 'Правата на ключ се променят',
  },
  'kind.key-expires': { en: 'Key expires', ru: 'Срок ключа истекает', bg: 'Ключ изтича' },
  'kind.system': { en: 'Tidemark itself', ru: 'Сам Tidemark', bg: 'Самият Tidemark' },
  'kind.absence': { en: 'While you were away', ru: 'Пока вас не было', bg: 'Докато ви нямаше' },
  'kind.all-clear': { en: 'All-clear', ru: 'Всё в порядке', bg: 'Всичко е наред' },
  'kind.restart': { en: 'Restart', ru: 'Перезапуск', bg: 'Рестарт' },
} as const satisfies Record<string, Words>
