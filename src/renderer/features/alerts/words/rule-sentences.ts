import type { Words } from '../../../../shared/sentence.ts'

/** Rules as plain sentences. */
export const ruleSentences = {
  'rule.price.above': {
    en: 'When {{symbol}} rises to {{price}} or above',
    ru: 'Когда {{symbol}} поднимается до {{price}} или выше',
    bg: 'Когато {{symbol}} се повиши до {{price}} или повече',
  },
  'rule.price.below': {
    en: 'When {{symbol}} falls to {{price}} or below',
    ru: 'Когда {{symbol}} опускается до {{price}} или ниже',
    bg: 'Когато {{symbol}} падне до {{price}} или по-ниско',
  },
  'rule.price.either': {
    en: 'When {{symbol}} crosses {{price}} in either direction',
    ru: 'Когда {{symbol}} пересекает {{price}} в любую сторону',
    bg: 'Когато {{symbol}} пресече {{price}} в която и да е посока',
  },
  'rule.of.last': { en: '(last trade)', ru: '(последняя сделка)', bg: '(последна сделка)' },
  'rule.moves.up': {
    en: 'When {{symbol}} rises by {{share}} within {{span}}',
    ru: 'Когда {{symbol}} растёт на {{share}} за {{span}}',
    bg: 'Когато {{symbol}} се повиши с {{share}} за {{span}}',
  },
  'rule.moves.down': {
    en: 'When {{symbol}} falls by {{share}} within {{span}}',
    ru: 'Когда {{symbol}} падает на {{share}} за {{span}}',
    bg: 'Когато {{symbol}} падне с {{share}} за {{span}}',
  },
  'rule.moves.either': {
    en: 'When {{symbol}} moves by {{share}} within {{span}}',
    ru: 'Когда {{symbol}} изменяется на {{share}} за {{span}}',
    bg: 'Когато {{symbol}} се промени с {{share}} за {{span}}',
  },
  'rule.pnl.above': {
    en: 'When the PnL of a position rises to {{amount}} of its settlement currency or above',
    ru: 'Когда PnL позиции достигает {{amount}} в её валюте расчётов или выше',
    bg: 'Когато PnL на позиция достигне {{amount}} във валутата на уреждането ѝ или повече',
  },
  'rule.pnl.below': {
    en: 'When the PnL of a position falls to {{amount}} of its settlement currency or below',
    ru: 'Когда PnL позиции опускается до {{amount}} в её валюте расчётов или ниже',
    bg: 'Когато PnL на позиция падне до {{amount}} във валутата на уреждането ѝ или по-ниско',
  },
  'rule.roi.above': {
    en: 'When the ROI of a position rises to {{share}} or above',
    ru: 'Когда ROI позиции достигает {{share}} или выше',
    bg: 'Когато ROI на позиция достигне {{share}} или повече',
  },
  'rule.roi.below': {
    en: 'When the ROI of a position falls to {{share}} or below',
    ru: 'Когда ROI позиции опускается до {{share}} или ниже',
    bg: 'Когато ROI на позиция падне до {{share}} или по-ниско',
  },
  'rule.liquidation-distance': {
    en: 'When a position comes within {{share}} of liquidation',
    ru: 'Когда до ликвидации позиции остаётся {{share}} или меньше',
    bg: 'Когато до ликвидация на позиция остават {{share}} или по-малко',
  },
  'rule.margin-ratio': {
    en: 'When the margin ratio rises to {{share}} or above',
    ru: 'Когда коэффициент маржи достигает {{share}} или выше',
    bg: 'Когато коефициентът на маржа достигне {{share}} или повече',
  },
  'rule.drawdown': {
    en: 'When equity falls {{share}} below its peak',
    ru: 'Когда капитал опускается на {{share}} ниже максимума',
    bg: 'Когато капиталът падне с {{share}} под върха си',
  },
  'rule.daily-loss': {
    en: "When the day's loss reaches {{amount}} of the account's currency",
    ru: 'Когда убыток за день достигает {{amount}} в валюте счёта',
    bg: 'Когато загубата за деня достигне {{amount}} във валутата на сметката',
  },
  'rule.funding.above': {
    en: 'When the funding rate of {{symbol}} rises to {{share}} or above',
    ru: 'Когда ставка финансирования {{symbol}} достигает {{share}} или выше',
    bg: 'Когато ставката на финансиране на {{symbol}} достигне {{share}} или повече',
  },
  'rule.funding.below': {
    en: 'When the funding rate of {{symbol}} falls to {{share}} or below',
    ru: 'Когда ставка финансирования {{symbol}} опускается до {{share}} или ниже',
    bg: 'Когато ставката на финансиране на {{symbol}} падне до {{share}} или по-ниско',
  },
  'rule.funding.held': { en: 'any contract held', ru: 'любого контракта с позицией', bg: 'всеки контракт с позиция' },
  'rule.fill': { en: 'When an order is filled', ru: 'Когда ордер исполняется', bg: 'Когато поръчка се изпълни' },
  'rule.liquidation': {
    en: 'When a position is liquidated',
    ru: 'Когда позиция ликвидируется',
    bg: 'Когато позиция бъде ликвидирана',
  },
  'rule.order.rejected': {
    en: 'When an order is rejected',
    ru: 'Когда ордер отклонён',
    bg: 'Когато поръчка бъде отхвърлена',
  },
  'rule.order.expired': { en: 'When an order expires', ru: 'Когда срок ордера истекает', bg: 'Когато поръчка изтече' },
  'rule.order.either': {
    en: 'When an order is rejected or expires',
    ru: 'Когда ордер отклонён или истекает',
    bg: 'Когато поръчка бъде отхвърлена или изтече',
  },
  'rule.balance.one': {
    en: 'When the {{asset}} balance changes by {{amount}} {{asset}} or more',
    ru: 'Когда баланс {{asset}} меняется на {{amount}} {{asset}} или больше',
    bg: 'Когато балансът в {{asset}} се промени с {{amount}} {{asset}} или повече',
  },
  'rule.balance.any': {
    en: "When a balance changes by as much as is worth {{amount}} of the account's currency or more",
    ru: 'Когда баланс меняется на сумму, которая стоит {{amount}} в валюте счёта или больше',
    bg: 'Когато баланс се промени със сума на стойност {{amount}} във валутата на сметката или повече',
  },
  'rule.transfer': {
    en: 'When money comes in or goes out',
    ru: 'Когда средства поступают или выводятся',
    bg: 'Когато постъпят или излязат средства',
  },
  'rule.stream-stale': {
    en: 'When a stream is silent for {{span}}',
    ru: 'Когда поток молчит {{span}}',
    bg: 'Когато поток мълчи {{span}}',
  },
  'rule.key-rights-changed': {
    en: 'When the rights of a key change',
    ru: 'Когда меняются права ключа',
    bg: 'Когато правата на ключ се променят',
  },
  'rule.key-expires': {
    en: 'When a key has {{span}} left or less',
    ru: 'Когда до конца срока ключа остаётся {{span}} или меньше',
    bg: 'Когато до изтичането на ключ остават {{span}} или по-малко',
  },
  'rule.system.above': {
    en: 'When {{figure}} is at {{value}} or above for {{span}}',
    ru: 'Когда {{figure}} — {{value}} или выше в течение {{span}}',
    bg: 'Когато {{figure}} е {{value}} или повече в продължение на {{span}}',
  },
  'rule.system.below': {
    en: 'When {{figure}} is at {{value}} or below for {{span}}',
    ru: 'Когда {{figure}} — {{value}} или ниже в течение {{span}}',
    bg: 'Когато {{figure}} е {{value}} или по-малко в продължение на {{span}}',
  },
  'rule.restart': {
    en: 'When Tidemark is started again',
    ru: 'Когда Tidemark перезапущен',
    bg: 'Когато Tidemark бъде стартиран отново',
  },
  'figure.memory': { en: 'memory in use', ru: 'занятая память', bg: 'заетата памет' },
  'figure.processor': { en: 'processor load', ru: 'нагрузка на процессор', bg: 'натоварването на процесора' },
  'figure.event-loop-delay': { en: 'event-loop delay', ru: 'задержка цикла событий', bg: 'закъснението на цикъла' },
  'figure.database-size': { en: 'database size', ru: 'размер базы данных', bg: 'размерът на базата данни' },
  'figure.disk-free': { en: 'free disk space', ru: 'свободное место на диске', bg: 'свободното място на диска' },
} as const satisfies Record<string, Words>
