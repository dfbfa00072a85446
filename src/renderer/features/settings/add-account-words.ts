import type { Words } from '../../../shared/sentence.ts'

/** Words of adding an account. */
export const addAccountWords = {
  'add.title': { en: 'Add an account', ru: 'Добавить счёт', bg: 'Добавяне на сметка' },
  'add.step': { en: 'Step {{step}} of 3', ru: 'Шаг {{step}} из 3', bg: 'Стъпка {{step}} от 3' },
  'add.exchange': { en: 'Exchange', ru: 'Биржа', bg: 'Борса' },
  'add.environment': { en: 'Environment', ru: 'Среда', bg: 'Среда' },
  'environment.mainnet': {
    en: 'Mainnet (real money)',
    ru: 'Основная (реальные деньги)',
    bg: 'Основна (истински пари)',
  },
  'environment.testnet': { en: 'Testnet', ru: 'Тестнет', bg: 'Тестнет' },
  'environment.demo-trading': {
    en: 'The exchange’s demo trading',
    ru: 'Демо-торговля биржи',
    bg: 'Демо търговия на борсата',
  },
  'environment.simulator': { en: 'Simulator', ru: 'Симулятор', bg: 'Симулатор' },
  'add.label': { en: 'Name', ru: 'Имя', bg: 'Име' },
  'add.how': {
    en: 'On the exchange, open API management and create a key that may only read. Leave trading, withdrawal and transfers off; if you can, bind it to your address.',
    ru: 'На бирже откройте управление API и создайте ключ только для чтения. Торговлю, вывод и переводы не включайте; если возможно, привяжите его к своему адресу.',
    bg: 'В борсата отворете управлението на API и създайте ключ само за четене. Оставете търговията, тегленето и преводите изключени; ако можете, обвържете го с адреса си.',
  },
  'add.next': { en: 'Next', ru: 'Далее', bg: 'Напред' },
  'add.back': { en: 'Back', ru: 'Назад', bg: 'Назад' },
  'add.key': { en: 'API key', ru: 'API-ключ', bg: 'API ключ' },
  'add.secret': { en: 'Secret', ru: 'Секретный ключ', bg: 'Таен ключ' },
  'add.pem': {
    en: 'A private key in PEM (RSA or Ed25519) can be pasted here too, whole.',
    ru: 'Сюда можно целиком вставить и закрытый ключ PEM (RSA или Ed25519).',
    bg: 'Тук може да се постави и цял частен ключ PEM (RSA или Ed25519).',
  },
  'add.stays': {
    en: 'The secret goes straight into the vault of this computer. It is never shown again and never leaves it.',
    ru: 'Секретный ключ сразу попадает в хранилище этого компьютера. Он больше не показывается и не покидает его.',
    bg: 'Тайният ключ отива направо в хранилището на този компютър. Той не се показва повече и не го напуска.',
  },
  'add.check': { en: 'Check the key', ru: 'Проверить ключ', bg: 'Провери ключа' },
  'add.checking': { en: 'Asking the exchange …', ru: 'Запрос к бирже …', bg: 'Питаме борсата …' },
  'add.found': { en: 'The exchange says', ru: 'Биржа сообщает', bg: 'Борсата казва' },
  'add.kind': { en: 'Account', ru: 'Счёт', bg: 'Сметка' },
  'add.rights': { en: 'The key', ru: 'Ключ', bg: 'Ключът' },
  'add.powers': { en: 'It may', ru: 'Он может', bg: 'Той може' },
  'add.withdraws': {
    en: 'A key that can move funds is not kept. Create one that may only read.',
    ru: 'Ключ, который может выводить средства, не сохраняется. Создайте ключ только для чтения.',
    bg: 'Ключ, който може да мести средства, не се пази. Създайте ключ само за четене.',
  },
  'add.trades': {
    en: 'Tidemark never trades, but whoever steals this key can. A read-only key is safer. To keep it all the same, type: {{words}}',
    ru: 'Tidemark никогда не торгует, но укравший этот ключ сможет. Ключ только для чтения безопаснее. Чтобы всё же сохранить его, введите: {{words}}',
    bg: 'Tidemark никога не търгува, но който открадне ключа, може. Ключ само за четене е по-сигурен. За да го запазите въпреки това, напишете: {{words}}',
  },
  'add.insist': { en: 'this key can trade', ru: 'этот ключ может торговать', bg: 'този ключ може да търгува' },
  'add.unknown': {
    en: 'This environment has no way to ask what a key may do, so it stays unverified.',
    ru: 'В этой среде нельзя узнать права ключа, поэтому они останутся непроверенными.',
    bg: 'В тази среда няма как да се разбере какво може ключът, затова остава непроверен.',
  },
  'add.keep': { en: 'Add account', ru: 'Добавить счёт', bg: 'Добави сметката' },
} as const satisfies Record<string, Words>
