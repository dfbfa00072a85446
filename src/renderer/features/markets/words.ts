import type { Words } from '../../../shared/sentence.ts'

/** Words of the Markets tab. */
export const marketWords = {
  'markets.order': { en: 'Order', ru: 'Порядок', bg: 'Ред' },
  'markets.watchlist': { en: 'Watchlist', ru: 'Список наблюдения', bg: 'Наблюдавани' },
  'markets.none': { en: 'Nothing is watched yet.', ru: 'Пока ничего не выбрано.', bg: 'Още нищо не се наблюдава.' },
  'markets.none.why': {
    en: 'Search for a contract and add it.',
    ru: 'Найдите контракт и добавьте его.',
    bg: 'Потърсете контракт и го добавете.',
  },
  'markets.search': { en: 'Add a contract', ru: 'Добавить контракт', bg: 'Добави контракт' },
  'markets.searching': { en: 'Symbol or asset', ru: 'Символ или актив', bg: 'Символ или актив' },
  'markets.nothing': { en: 'No such contract.', ru: 'Такого контракта нет.', bg: 'Няма такъв контракт.' },
  'markets.remove': {
    en: 'Stop watching {{symbol}}',
    ru: 'Не наблюдать {{symbol}}',
    bg: 'Спри наблюдението на {{symbol}}',
  },
  'markets.up': { en: 'Move {{symbol}} up', ru: 'Переместить {{symbol}} выше', bg: 'Премести {{symbol}} нагоре' },
  'markets.down': { en: 'Move {{symbol}} down', ru: 'Переместить {{symbol}} ниже', bg: 'Премести {{symbol}} надолу' },
  'markets.bid': { en: 'Bid', ru: 'Бид', bg: 'Бид' },
  'markets.ask': { en: 'Ask', ru: 'Аск', bg: 'Аск' },
  'markets.last': { en: 'Last', ru: 'Последняя', bg: 'Последна' },
  'markets.change': { en: '24 h', ru: '24 ч', bg: '24 ч' },
  'markets.volume': { en: 'Volume', ru: 'Объём', bg: 'Обем' },
  'markets.age': { en: 'Age', ru: 'Возраст', bg: 'Възраст' },
  'markets.interval': { en: 'Candle length', ru: 'Длина свечи', bg: 'Дължина на свещта' },
  'markets.noChart': {
    en: 'Choose a contract to see its chart.',
    ru: 'Выберите контракт, чтобы увидеть график.',
    bg: 'Изберете контракт, за да видите графиката.',
  },
  'markets.summary': {
    en: 'Candles of {{symbol}}, {{interval}} each. Arrow keys move along them, plus and minus zoom, A adds an alert.',
    ru: 'Свечи {{symbol}}, по {{interval}}. Стрелки двигают график, плюс и минус меняют масштаб, A добавляет оповещение.',
    bg: 'Свещи на {{symbol}}, по {{interval}}. Стрелките ги движат, плюс и минус мащабират, A добавя известие.',
  },
  'line.entry': { en: 'Entry', ru: 'Вход', bg: 'Вход' },
  'line.liquidation': { en: 'Liquidation', ru: 'Ликвидация', bg: 'Ликвидация' },
  'line.takeProfit': { en: 'TP', ru: 'TP', bg: 'TP' },
  'line.stopLoss': { en: 'SL', ru: 'SL', bg: 'SL' },
  'line.order': { en: 'Order', ru: 'Ордер', bg: 'Поръчка' },
} as const satisfies Record<string, Words>
