import type { Words } from '../sentence.ts'

/** What the exchange simulator answers to a command it cannot carry out. */
export const simulator = {
  'simulator.command': {
    en: 'The simulator does not understand this command: {{problem}}. Nothing was changed; docs/simulator.md lists the commands.',
    ru: 'Симулятор не понимает эту команду: {{problem}}. Ничего не изменено; команды перечислены в docs/simulator.md.',
    bg: 'Симулаторът не разбира тази команда: {{problem}}. Нищо не е променено; командите са описани в docs/simulator.md.',
  },
  'simulator.account': {
    en: 'The simulator has no account “{{account}}”. Nothing was changed.',
    ru: 'В симуляторе нет счёта «{{account}}». Ничего не изменено.',
    bg: 'В симулатора няма сметка „{{account}}“. Нищо не е променено.',
  },
  'simulator.symbol': {
    en: 'The simulator has no contract “{{symbol}}”. Nothing was changed.',
    ru: 'В симуляторе нет контракта «{{symbol}}». Ничего не изменено.',
    bg: 'В симулатора няма договор „{{symbol}}“. Нищо не е променено.',
  },
  'simulator.key': {
    en: 'The simulator has no API key “{{key}}”. Nothing was changed.',
    ru: 'В симуляторе нет ключа API «{{key}}». Ничего не изменено.',
    bg: 'В симулатора няма API ключ „{{key}}“. Нищо не е променено.',
  },
  'simulator.order': {
    en: 'There is no open order {{order}} on this account. Nothing was changed.',
    ru: 'На этом счёте нет открытого ордера {{order}}. Ничего не изменено.',
    bg: 'По тази сметка няма отворена поръчка {{order}}. Нищо не е променено.',
  },
  'simulator.grid': {
    en: '{{amount}} is not a positive multiple of {{step}} as {{symbol}} requires. Nothing was changed.',
    ru: '{{amount}} не кратно {{step}}, как требует {{symbol}}. Ничего не изменено.',
    bg: '{{amount}} не е кратно на {{step}}, както изисква {{symbol}}. Нищо не е променено.',
  },
  'simulator.slot': {
    en: 'The order names the “{{slot}}” position, but the account is in {{mode}} mode. Nothing was changed.',
    ru: 'Ордер относится к позиции «{{slot}}», а счёт работает в режиме {{mode}}. Ничего не изменено.',
    bg: 'Поръчката е за позиция „{{slot}}“, а сметката е в режим {{mode}}. Нищо не е променено.',
  },
  'simulator.nothing-to-close': {
    en: 'There is no position on {{symbol}} that this could close. Nothing was changed.',
    ru: 'По {{symbol}} нет позиции, которую можно было бы закрыть. Ничего не изменено.',
    bg: 'Няма позиция по {{symbol}}, която може да бъде затворена. Нищо не е променено.',
  },
  'simulator.balance': {
    en: 'The wallet holds only {{balance}} {{asset}}. Nothing was changed.',
    ru: 'На кошельке только {{balance}} {{asset}}. Ничего не изменено.',
    bg: 'В портфейла има само {{balance}} {{asset}}. Нищо не е променено.',
  },
  'simulator.mode-blocked': {
    en: 'The mode cannot change while the account has open positions or orders. Close and cancel them first.',
    ru: 'Режим нельзя сменить, пока на счёте есть открытые позиции или ордера. Сначала закройте и отмените их.',
    bg: 'Режимът не може да се смени, докато има отворени позиции или поръчки. Първо ги затворете и отменете.',
  },
} as const satisfies Record<string, Words>
