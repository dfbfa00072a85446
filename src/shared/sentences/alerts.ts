import type { Words } from '../sentence.ts'

/**
 * What alerts say. Value names tell how a value is written where it is shown (`shared/format/alert-text.ts`), so that one
 * alert reads right in every language and hides its amounts in privacy mode.
 */
export const alerts = {
  'alert.price-rose': {
    en: '{{symbol}} rose to {{priceLine}} or above.',
    ru: '{{symbol}} поднялся до {{priceLine}} или выше.',
    bg: '{{symbol}} се повиши до {{priceLine}} или повече.',
  },
  'alert.price-fell': {
    en: '{{symbol}} fell to {{priceLine}} or below.',
    ru: '{{symbol}} опустился до {{priceLine}} или ниже.',
    bg: '{{symbol}} падна до {{priceLine}} или по-ниско.',
  },
  'alert.price-body': {
    en: 'Now {{priceNow}}.',
    ru: 'Сейчас {{priceNow}}.',
    bg: 'Сега {{priceNow}}.',
  },
  'alert.price-moved': {
    en: '{{symbol}} moved {{shareMoved}} within {{spanWindow}}.',
    ru: '{{symbol}} изменился на {{shareMoved}} за {{spanWindow}}.',
    bg: '{{symbol}} се промени с {{shareMoved}} за {{spanWindow}}.',
  },
  'alert.position-pnl': {
    en: '{{symbol}} {{side}}: unrealised PnL is {{amountPnl}} {{asset}}.',
    ru: '{{symbol}} {{side}}: нереализованный PnL {{amountPnl}} {{asset}}.',
    bg: '{{symbol}} {{side}}: нереализираният PnL е {{amountPnl}} {{asset}}.',
  },
  'alert.position-roi': {
    en: '{{symbol}} {{side}}: ROI is {{shareRoi}}.',
    ru: '{{symbol}} {{side}}: ROI {{shareRoi}}.',
    bg: '{{symbol}} {{side}}: ROI е {{shareRoi}}.',
  },
  'alert.liquidation-distance': {
    en: '{{symbol}} {{side}} is {{shareDistance}} from liquidation.',
    ru: '{{symbol}} {{side}}: до ликвидации {{shareDistance}}.',
    bg: '{{symbol}} {{side}} е на {{shareDistance}} от ликвидация.',
  },
  'alert.position-body': {
    en: '{{account}}: mark price {{priceMark}}, liquidation at {{priceLiquidation}}, PnL {{amountPnl}} {{asset}}, ROI {{shareRoi}}.',
    ru: '{{account}}: цена маркировки {{priceMark}}, ликвидация при {{priceLiquidation}}, PnL {{amountPnl}} {{asset}}, ROI {{shareRoi}}.',
    bg: '{{account}}: маркираща цена {{priceMark}}, ликвидация при {{priceLiquidation}}, PnL {{amountPnl}} {{asset}}, ROI {{shareRoi}}.',
  },
  'alert.margin-ratio': {
    en: '{{account}}: the margin ratio is {{shareMargin}}; liquidation comes at 100 %.',
    ru: '{{account}}: коэффициент маржи {{shareMargin}}; ликвидация наступает при 100 %.',
    bg: '{{account}}: коефициентът на маржа е {{shareMargin}}; ликвидацията идва при 100 %.',
  },
  'alert.drawdown': {
    en: '{{account}}: equity is {{shareDrawdown}} below its peak.',
    ru: '{{account}}: капитал на {{shareDrawdown}} ниже максимума.',
    bg: '{{account}}: капиталът е с {{shareDrawdown}} под върха си.',
  },
  'alert.daily-loss': {
    en: "{{account}}: today's PnL is {{amountToday}} {{currency}}.",
    ru: '{{account}}: PnL за сегодня {{amountToday}} {{currency}}.',
    bg: '{{account}}: днешният PnL е {{amountToday}} {{currency}}.',
  },
  'alert.account-body': {
    en: 'Equity {{amountEquity}} {{currency}}, peak {{amountPeak}}, today {{amountToday}}, margin ratio {{shareMargin}}.',
    ru: 'Капитал {{amountEquity}} {{currency}}, максимум {{amountPeak}}, сегодня {{amountToday}}, коэффициент маржи {{shareMargin}}.',
    bg: 'Капитал {{amountEquity}} {{currency}}, връх {{amountPeak}}, днес {{amountToday}}, коефициент на маржа {{shareMargin}}.',
  },
  'alert.funding-rate': {
    en: '{{symbol}}: the funding rate is {{shareRate}}.',
    ru: '{{symbol}}: ставка финансирования {{shareRate}}.',
    bg: '{{symbol}}: ставката на финансиране е {{shareRate}}.',
  },
  'alert.funding-body': {
    en: 'The line of the rule is {{shareLine}}.',
    ru: 'Порог правила: {{shareLine}}.',
    bg: 'Прагът на правилото е {{shareLine}}.',
  },
  'alert.bought': {
    en: 'Bought {{amountQuantity}} {{symbol}} at {{priceFilled}}.',
    ru: 'Куплено {{amountQuantity}} {{symbol}} по {{priceFilled}}.',
    bg: 'Купено {{amountQuantity}} {{symbol}} на {{priceFilled}}.',
  },
  'alert.sold': {
    en: 'Sold {{amountQuantity}} {{symbol}} at {{priceFilled}}.',
    ru: 'Продано {{amountQuantity}} {{symbol}} по {{priceFilled}}.',
    bg: 'Продадено {{amountQuantity}} {{symbol}} на {{priceFilled}}.',
  },
  'alert.liquidated': {
    en: '{{symbol}} was liquidated: {{amountQuantity}} at {{priceFilled}}.',
    ru: '{{symbol}}: ликвидация {{amountQuantity}} по {{priceFilled}}.',
    bg: '{{symbol}} беше ликвидиран: {{amountQuantity}} на {{priceFilled}}.',
  },
  'alert.fill-body': {
    en: '{{account}}: realised PnL {{amountRealised}}, fee {{amountFee}} {{asset}}.',
    ru: '{{account}}: реализованный PnL {{amountRealised}}, комиссия {{amountFee}} {{asset}}.',
    bg: '{{account}}: реализиран PnL {{amountRealised}}, такса {{amountFee}} {{asset}}.',
  },
  'alert.order-rejected': {
    en: 'An order for {{symbol}} was rejected.',
    ru: 'Ордер по {{symbol}} отклонён.',
    bg: 'Поръчка за {{symbol}} беше отхвърлена.',
  },
  'alert.order-expired': {
    en: 'An order for {{symbol}} has expired.',
    ru: 'Ордер по {{symbol}} истёк.',
    bg: 'Поръчка за {{symbol}} изтече.',
  },
  'alert.order-body': {
    en: '{{account}}: order {{order}}.',
    ru: '{{account}}: ордер {{order}}.',
    bg: '{{account}}: поръчка {{order}}.',
  },
  'alert.balance': {
    en: '{{account}}: the {{asset}} balance moved by {{amountMoved}}.',
    ru: '{{account}}: баланс {{asset}} изменился на {{amountMoved}}.',
    bg: '{{account}}: балансът в {{asset}} се промени с {{amountMoved}}.',
  },
  'alert.balance-body': {
    en: 'It is now {{amountNow}} {{asset}}.',
    ru: 'Сейчас {{amountNow}} {{asset}}.',
    bg: 'Сега е {{amountNow}} {{asset}}.',
  },
  'alert.transfer-in': {
    en: '{{account}}: {{amountMoved}} {{asset}} came in.',
    ru: '{{account}}: поступило {{amountMoved}} {{asset}}.',
    bg: '{{account}}: постъпиха {{amountMoved}} {{asset}}.',
  },
  'alert.transfer-out': {
    en: '{{account}}: {{amountMoved}} {{asset}} went out.',
    ru: '{{account}}: выведено {{amountMoved}} {{asset}}.',
    bg: '{{account}}: изтеглени са {{amountMoved}} {{asset}}.',
  },
  'alert.transfer-body': {
    en: 'The exchange calls it {{label}}.',
    ru: 'Биржа называет это {{label}}.',
    bg: 'Борсата го нарича {{label}}.',
  },
  'alert.stream-stale': {
    en: '{{stream}} is silent: its figures are not live.',
    ru: '{{stream}} молчит: данные не обновляются.',
    bg: '{{stream}} мълчи: данните не са на живо.',
  },
  'alert.stream-checking': {
    en: '{{stream}} is being checked: its figures are not confirmed.',
    ru: '{{stream}} проверяется: данные не подтверждены.',
    bg: '{{stream}} се проверява: данните не са потвърдени.',
  },
  'alert.stream-down': {
    en: '{{stream}} is not connected: its figures are not live.',
    ru: '{{stream}} без соединения: данные не обновляются.',
    bg: '{{stream}} е без връзка: данните не са на живо.',
  },
  'alert.stream-body': {
    en: '{{venue}} was last heard at {{timeHeard}}. Nothing is extrapolated; the last figures stay, dated.',
    ru: 'Последние данные от {{venue}}: {{timeHeard}}. Ничего не додумывается; последние цифры остаются с датой.',
    bg: 'Последно от {{venue}}: {{timeHeard}}. Нищо не се екстраполира; последните числа остават с дата.',
  },
  'alert.key-rights': {
    en: "{{account}}: the key's rights have changed.",
    ru: '{{account}}: права ключа изменились.',
    bg: '{{account}}: правата на ключа са променени.',
  },
  'alert.key-rights-body': {
    en: 'The exchange now says: {{verdict}}. Settings list each right.',
    ru: 'Теперь биржа сообщает: {{verdict}}. Все права перечислены в настройках.',
    bg: 'Сега борсата казва: {{verdict}}. Всички права са изброени в настройките.',
  },
  'alert.key-expires': {
    en: '{{account}}: the key ends soon; days left: {{days}}.',
    ru: '{{account}}: срок ключа истекает, дней осталось: {{days}}.',
    bg: '{{account}}: ключът изтича скоро; оставащи дни: {{days}}.',
  },
  'alert.key-expires-body': {
    en: 'It ends at {{timeExpires}}. Make a new read-only key at the exchange and add it before then.',
    ru: 'Срок до {{timeExpires}}. Создайте на бирже новый ключ только для чтения и добавьте его заранее.',
    bg: 'Изтича на {{timeExpires}}. Създайте нов ключ само за четене в борсата и го добавете преди това.',
  },
  'alert.system-memory': {
    en: 'Tidemark uses {{bytesNow}} of memory.',
    ru: 'Tidemark занимает {{bytesNow}} памяти.',
    bg: 'Tidemark използва {{bytesNow}} памет.',
  },
  'alert.system-processor': {
    en: 'Tidemark uses {{shareNow}} of a processor core.',
    ru: 'Tidemark занимает {{shareNow}} ядра процессора.',
    bg: 'Tidemark използва {{shareNow}} от едно ядро на процесора.',
  },
  'alert.system-delay': {
    en: 'Tidemark runs {{spanNow}} behind.',
    ru: 'Tidemark отстаёт на {{spanNow}}.',
    bg: 'Tidemark изостава с {{spanNow}}.',
  },
  'alert.system-database': {
    en: 'The database has grown to {{bytesNow}}.',
    ru: 'База данных выросла до {{bytesNow}}.',
    bg: 'Базата данни порасна до {{bytesNow}}.',
  },
  'alert.system-disk': {
    en: '{{bytesNow}} is left on the disk.',
    ru: 'На диске осталось {{bytesNow}}.',
    bg: 'На диска остават {{bytesNow}}.',
  },
  'alert.system-body': {
    en: 'The System tab shows more.',
    ru: 'Подробности на вкладке «Система».',
    bg: 'Повече има в раздела „Система“.',
  },
  'alert.restarted': {
    en: 'Tidemark was started again.',
    ru: 'Tidemark перезапущен.',
    bg: 'Tidemark беше стартиран отново.',
  },
  'alert.restarted-body': {
    en: 'It had watched until {{timeStopped}} and was blind for {{spanBlind}}.',
    ru: 'Наблюдение шло до {{timeStopped}}; перерыв {{spanBlind}}.',
    bg: 'Следеше до {{timeStopped}} и не е виждал нищо {{spanBlind}}.',
  },
  'alert.no-channel': {
    en: 'The channel this was meant for is gone or not set up. The alert stays in the history; set the channel up in the Alerts tab and try again.',
    ru: 'Канал, для которого это предназначалось, удалён или не настроен. Оповещение осталось в истории; настройте канал на вкладке «Оповещения» и повторите.',
    bg: 'Каналът, за който беше предназначено, липсва или не е настроен. Известието остава в историята; настройте канала в раздела „Известия“ и опитайте отново.',
  },
  'alert.not-told': {
    en: 'Tidemark met a fault of its own while it told this. It is tried again; the log says more.',
    ru: 'При отправке в самом Tidemark произошла ошибка. Попытка повторится; подробности в журнале.',
    bg: 'При изпращането в самия Tidemark възникна грешка. Ще се опита отново; повече пише в дневника.',
  },
} as const satisfies Readonly<Record<string, Words>>
