import type { Words } from '../sentence.ts'

/** What an exchange answered, in words a trader can act on. `{{venue}}` is its name. */
export const venue = {
  'venue.key-invalid': {
    en: '{{venue}} does not know this key. Nothing was changed. Check that the key was copied whole and belongs to the chosen environment.',
    ru: '{{venue}} не знает этот ключ. Ничего не изменено. Проверьте, что ключ скопирован полностью и относится к выбранной среде.',
    bg: '{{venue}} не познава този ключ. Нищо не е променено. Проверете дали ключът е копиран изцяло и е за избраната среда.',
  },
  'venue.signature-refused': {
    en: '{{venue}} refused the signature. The key is kept. Check that the secret was copied whole, without spaces, and enter it again.',
    ru: '{{venue}} отклонил подпись. Ключ сохранён. Проверьте, что секрет скопирован полностью и без пробелов, и введите его заново.',
    bg: '{{venue}} отхвърли подписа. Ключът е запазен. Проверете дали тайната е копирана изцяло, без интервали, и я въведете отново.',
  },
  'venue.key-expired': {
    en: 'The key has expired at {{venue}}. Stored history is kept. Create a new read-only key there and add it here.',
    ru: 'Срок действия ключа на {{venue}} истёк. История сохранена. Создайте там новый ключ только для чтения и добавьте его здесь.',
    bg: 'Ключът в {{venue}} е изтекъл. Историята е запазена. Създайте там нов ключ само за четене и го добавете тук.',
  },
  'venue.address-refused': {
    en: '{{venue}} does not accept this key from the address of this computer. The key is kept. Add the address to the key’s list at {{venue}}.',
    ru: '{{venue}} не принимает этот ключ с адреса этого компьютера. Ключ сохранён. Добавьте адрес в список ключа на {{venue}}.',
    bg: '{{venue}} не приема този ключ от адреса на този компютър. Ключът е запазен. Добавете адреса в списъка на ключа в {{venue}}.',
  },
  'venue.no-right': {
    en: 'The key lacks a right that {{what}} needs. The rest keeps working. Give the key reading rights at {{venue}}.',
    ru: 'У ключа нет права, необходимого для: {{what}}. Остальное работает. Дайте ключу права на чтение на {{venue}}.',
    bg: 'На ключа липсва право, нужно за: {{what}}. Останалото работи. Дайте на ключа права за четене в {{venue}}.',
  },
  'venue.key-or-address': {
    en: '{{venue}} refused the key: it is wrong, belongs to another environment, lacks reading rights, or this computer’s address is not on its list. The key is kept. Check these four at {{venue}}.',
    ru: '{{venue}} отклонил ключ: он неверен, от другой среды, не имеет прав на чтение или адрес этого компьютера не в его списке. Ключ сохранён. Проверьте эти четыре пункта на {{venue}}.',
    bg: '{{venue}} отхвърли ключа: грешен е, от друга среда, няма права за четене или адресът на този компютър не е в списъка му. Ключът е запазен. Проверете тези четири неща в {{venue}}.',
  },
  'venue.clock': {
    en: 'The clock of this computer and that of {{venue}} differ too much. The last known figures are kept. Tidemark measures the difference again; set the system clock if this stays.',
    ru: 'Часы этого компьютера и {{venue}} слишком расходятся. Последние данные сохранены. Tidemark измеряет разницу заново; если не пройдёт, поправьте системные часы.',
    bg: 'Часовникът на този компютър и този на {{venue}} се различават твърде много. Последните данни са запазени. Tidemark измерва разликата отново; ако остане, сверете системния часовник.',
  },
  'venue.rate-limit': {
    en: '{{venue}} asks for a pause: too many requests from this address. Tidemark waits and goes on by itself.',
    ru: '{{venue}} просит паузу: слишком много запросов с этого адреса. Tidemark подождёт и продолжит сам.',
    bg: '{{venue}} иска пауза: твърде много заявки от този адрес. Tidemark изчаква и продължава сам.',
  },
  'venue.banned': {
    en: '{{venue}} has blocked this address for a while because of too many requests. All requests to it rest; Tidemark goes on by itself when the block ends.',
    ru: '{{venue}} временно заблокировал этот адрес из-за числа запросов. Все запросы приостановлены; Tidemark продолжит сам после снятия блокировки.',
    bg: '{{venue}} временно блокира този адрес заради броя заявки. Всички заявки са спрени; Tidemark продължава сам, щом блокировката отпадне.',
  },
  'venue.region': {
    en: '{{venue}} does not serve this location ({{host}}). Nothing was changed. If your account belongs to a regional site, set its host; see the operations guide.',
    ru: '{{venue}} не обслуживает это местоположение ({{host}}). Ничего не изменено. Если счёт относится к региональному сайту, задайте его хост; см. руководство.',
    bg: '{{venue}} не обслужва това местоположение ({{host}}). Нищо не е променено. Ако сметката е към регионален сайт, задайте неговия хост; вижте ръководството.',
  },
  'venue.maintenance': {
    en: '{{venue}} is under maintenance or overloaded. The last known figures are kept and dated; Tidemark keeps trying.',
    ru: '{{venue}} на обслуживании или перегружен. Последние данные сохранены с указанием времени; попытки продолжаются.',
    bg: '{{venue}} е в поддръжка или претоварен. Последните данни са запазени с час; опитите продължават.',
  },
  'venue.unreadable': {
    en: '{{venue}} sent something that cannot be read ({{what}}). It was not used; the last known figures are kept and are being fetched again.',
    ru: '{{venue}} прислал нечитаемые данные ({{what}}). Они не использованы; последние данные сохранены и запрашиваются заново.',
    bg: '{{venue}} изпрати нещо, което не може да се прочете ({{what}}). Не е използвано; последните данни са запазени и се изтеглят отново.',
  },
  'venue.refused': {
    en: '{{venue}} refused “{{what}}” (code {{code}}). The last known figures are kept.',
    ru: '{{venue}} отклонил «{{what}}» (код {{code}}). Последние данные сохранены.',
    bg: '{{venue}} отказа „{{what}}“ (код {{code}}). Последните данни са запазени.',
  },
  'venue.unsupported-account': {
    en: 'This is a {{kind}} account at {{venue}}, which Tidemark cannot watch. Nothing was added. {{instead}}',
    ru: 'Это счёт типа {{kind}} на {{venue}}; Tidemark не может за ним следить. Ничего не добавлено. {{instead}}',
    bg: 'Това е сметка тип {{kind}} в {{venue}}, която Tidemark не може да следи. Нищо не е добавено. {{instead}}',
  },
  'venue.inactive-account': {
    en: 'The futures account at {{venue}} is inactive. Stored history is kept. Transfer any amount to its futures wallet to wake it.',
    ru: 'Фьючерсный счёт на {{venue}} неактивен. История сохранена. Переведите любую сумму на фьючерсный кошелёк, чтобы его активировать.',
    bg: 'Фючърсната сметка в {{venue}} е неактивна. Историята е запазена. Прехвърлете сума към фючърсния портфейл, за да я събудите.',
  },
  'venue.key-can-withdraw': {
    en: 'This key can withdraw or move funds ({{powers}}), so it was refused and not kept. Create a read-only key at {{venue}}.',
    ru: 'Этот ключ может выводить или переводить средства ({{powers}}), поэтому он отклонён и не сохранён. Создайте на {{venue}} ключ только для чтения.',
    bg: 'Този ключ може да тегли или мести средства ({{powers}}), затова е отказан и не е запазен. Създайте в {{venue}} ключ само за четене.',
  },
  'venue.key-can-trade': {
    en: 'This key can trade ({{powers}}), so it was refused and not kept. Create a read-only key at {{venue}}, or insist in so many words.',
    ru: 'Этот ключ может торговать ({{powers}}), поэтому он отклонён и не сохранён. Создайте на {{venue}} ключ только для чтения или подтвердите явно.',
    bg: 'Този ключ може да търгува ({{powers}}), затова е отказан и не е запазен. Създайте в {{venue}} ключ само за четене или потвърдете изрично.',
  },
  'venue.unknown-symbol': {
    en: '{{venue}} has no contract named {{symbol}}. It was left out of the view.',
    ru: 'На {{venue}} нет контракта {{symbol}}. Он не показан.',
    bg: 'В {{venue}} няма договор {{symbol}}. Не е показан.',
  },
} as const satisfies Record<string, Words>
