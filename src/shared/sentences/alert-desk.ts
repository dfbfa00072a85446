import type { Words } from '../sentence.ts'

/** About rules, channels' places and the heartbeat, as the user sets them up. */
export const alertDesk = {
  'rule.unknown': {
    en: 'There is no such rule any more. Nothing was changed.',
    ru: 'Такого правила больше нет. Ничего не изменено.',
    bg: 'Такова правило вече няма. Нищо не е променено.',
  },
  'rule.first-start': {
    en: 'This rule came with Tidemark and cannot be removed. Switch it off instead; it was left as it is.',
    ru: 'Это правило поставляется с Tidemark, его нельзя удалить. Вместо этого отключите его; оно оставлено без изменений.',
    bg: 'Това правило идва с Tidemark и не може да се премахне. Вместо това го изключете; оставено е както е.',
  },
  'rule.nothing-to-watch': {
    en: 'Nothing to watch now: there is no such position, price or account yet.',
    ru: 'Пока не за чем следить: такой позиции, цены или счёта ещё нет.',
    bg: 'Засега няма какво да се следи: още няма такава позиция, цена или сметка.',
  },
  'rule.only-old': {
    en: 'Waiting for fresh figures; the ones there are decide nothing.',
    ru: 'Ожидает свежих данных; имеющиеся ничего не решают.',
    bg: 'Чака пресни числа; наличните не решават нищо.',
  },
  'rule.too-many': {
    en: 'There are {{most}} rules already, and no more can be watched. Remove one first.',
    ru: 'Правил уже {{most}}, больше не поместится. Сначала удалите одно.',
    bg: 'Вече има {{most}} правила и повече не могат да се следят. Първо премахнете едно.',
  },
  'channel.unknown': {
    en: 'There is no such channel any more. Nothing was changed.',
    ru: 'Такого канала больше нет. Ничего не изменено.',
    bg: 'Такъв канал вече няма. Нищо не е променено.',
  },
  'channel.always-there': {
    en: 'Notices of this computer are always there; set them to off instead of removing them.',
    ru: 'Уведомления этого компьютера есть всегда; отключите их, а не удаляйте.',
    bg: 'Известията на този компютър ги има винаги; изключете ги, вместо да ги премахвате.',
  },
  'channel.not-itself': {
    en: 'A channel cannot take over from itself. Choose another one, or none.',
    ru: 'Канал не может заменять сам себя. Выберите другой или никакой.',
    bg: 'Един канал не може да замества себе си. Изберете друг или никой.',
  },
  'alert.unknown': {
    en: 'There is no such alert any more. Nothing was changed.',
    ru: 'Такого оповещения больше нет. Ничего не изменено.',
    bg: 'Такова известие вече няма. Нищо не е променено.',
  },
  'delivery.unknown': {
    en: 'There is no such delivery. Nothing was sent.',
    ru: 'Такой доставки нет. Ничего не отправлено.',
    bg: 'Няма такава доставка. Нищо не е изпратено.',
  },
  'preview.no-history': {
    en: 'How often this would have happened cannot be told: no such history is stored.',
    ru: 'Нельзя сказать, как часто это случалось бы: такой истории нет.',
    bg: 'Не може да се каже колко често би се случвало: такава история не се пази.',
  },
  'preview.no-positions': {
    en: 'How often cannot be told: how positions stood before now is not stored.',
    ru: 'Нельзя сказать, как часто: как позиции выглядели раньше, не хранится.',
    bg: 'Не може да се каже колко често: какви са били позициите преди, не се пази.',
  },
  'preview.no-margins': {
    en: 'How often cannot be told: margin ratios of before now are not stored.',
    ru: 'Нельзя сказать, как часто: прежние коэффициенты маржи не хранятся.',
    bg: 'Не може да се каже колко често: предишните коефициенти на маржа не се пазят.',
  },
  'preview.no-rates': {
    en: 'How often cannot be told: what funding you paid is stored, the rate itself is not.',
    ru: 'Нельзя сказать, как часто: уплаченное финансирование хранится, сама ставка — нет.',
    bg: 'Не може да се каже колко често: платеното финансиране се пази, самата ставка — не.',
  },
  'preview.no-orders': {
    en: 'How often cannot be told: orders that ended before now are not stored.',
    ru: 'Нельзя сказать, как часто: завершившиеся раньше ордера не хранятся.',
    bg: 'Не може да се каже колко често: приключилите преди поръчки не се пазят.',
  },
  'preview.no-streams': {
    en: 'How often cannot be told: earlier silences of streams are not stored.',
    ru: 'Нельзя сказать, как часто: прежние паузы потоков не хранятся.',
    bg: 'Не може да се каже колко често: предишните прекъсвания на потоците не се пазят.',
  },
  'preview.no-rights': {
    en: 'How often cannot be told: earlier rights of keys are not stored.',
    ru: 'Нельзя сказать, как часто: прежние права ключей не хранятся.',
    bg: 'Не може да се каже колко често: предишните права на ключовете не се пазят.',
  },
  'preview.no-expiries': {
    en: 'Nothing to count: each key expires once, and that is told before it does.',
    ru: 'Считать нечего: каждый ключ истекает один раз, и об этом сообщается заранее.',
    bg: 'Няма какво да се брои: всеки ключ изтича веднъж и това се съобщава предварително.',
  },
  'preview.no-figures': {
    en: 'How often cannot be told: earlier figures of the program are not stored.',
    ru: 'Нельзя сказать, как часто: прежние показатели программы не хранятся.',
    bg: 'Не може да се каже колко често: предишните показатели на програмата не се пазят.',
  },
  'preview.no-starts': {
    en: 'How often cannot be told: earlier starts of the program are not stored.',
    ru: 'Нельзя сказать, как часто: прежние запуски программы не хранятся.',
    bg: 'Не може да се каже колко често: предишните стартирания на програмата не се пазят.',
  },
  'heartbeat.no-address': {
    en: 'The heartbeat needs an address to beat to, for example https://hc-ping.com/….',
    ru: 'Сигналу жизни нужен адрес, например https://hc-ping.com/….',
    bg: 'Сигналът за живот има нужда от адрес, например https://hc-ping.com/….',
  },
  'heartbeat.bad-address': {
    en: 'The heartbeat goes to an https address, or to http on this computer or your own network. {{host}} is neither; nothing was changed.',
    ru: 'Сигнал жизни отправляется на адрес https либо на http этого компьютера или вашей сети. {{host}} не подходит; ничего не изменено.',
    bg: 'Сигналът за живот отива на https адрес или на http на този компютър или вашата мрежа. {{host}} не е такъв; нищо не е променено.',
  },
  'heartbeat.not-fresh': {
    en: '{{stream}} is not live, so the heartbeat is withheld and its absence raises the alarm.',
    ru: '{{stream}} не в реальном времени, поэтому сигнал жизни не отправляется, и его отсутствие поднимет тревогу.',
    bg: '{{stream}} не е на живо, затова сигналът за живот се задържа и липсата му вдига тревога.',
  },
  'heartbeat.unproven': {
    en: 'No channel has delivered anything lately, so the heartbeat is withheld. Test a channel in the Alerts tab, or choose a daily all-clear.',
    ru: 'Ни один канал давно ничего не доставлял, поэтому сигнал жизни не отправляется. Проверьте канал на вкладке «Оповещения» или включите ежедневное «всё в порядке».',
    bg: 'Нито един канал не е доставил нищо напоследък, затова сигналът за живот се задържа. Изпробвайте канал в раздела „Известия“ или изберете ежедневното „всичко е наред“.',
  },
  'heartbeat.failed': {
    en: '{{host}} did not take the heartbeat ({{reason}}). It is tried again at the next beat.',
    ru: '{{host}} не принял сигнал жизни ({{reason}}). Следующая попытка со следующим сигналом.',
    bg: '{{host}} не прие сигнала за живот ({{reason}}). Следващ опит при следващия сигнал.',
  },
  'notice.no-page': {
    en: 'No open page showed the notice. It is shown as soon as the dashboard is open in a browser.',
    ru: 'Ни одна открытая страница не показала уведомление. Оно появится, как только панель откроют в браузере.',
    bg: 'Никоя отворена страница не показа известието. Ще се покаже, щом таблото се отвори в браузър.',
  },
  'notice.denied': {
    en: 'The browser does not let Tidemark show notices. Allow notifications for this page in its settings; the alert stays in the history.',
    ru: 'Браузер не разрешает Tidemark показывать уведомления. Разрешите их для этой страницы в настройках; оповещение осталось в истории.',
    bg: 'Браузърът не позволява на Tidemark да показва известия. Разрешете ги за тази страница в настройките му; известието остава в историята.',
  },
  'notice.failed': {
    en: 'The notice could not be shown. It is tried again.',
    ru: 'Уведомление не удалось показать. Попытка повторится.',
    bg: 'Известието не можа да се покаже. Ще се опита отново.',
  },
} as const satisfies Readonly<Record<string, Words>>
