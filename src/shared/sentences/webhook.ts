import type { Words } from '../sentence.ts'

/** About messages posted to an address of the user's. */
export const webhook = {
  'webhook.no-address': {
    en: 'The address to post to is missing, so nothing can be sent. Paste the whole address the receiving service gave you.',
    ru: 'Не указан адрес, на который отправлять, поэтому отправить ничего нельзя. Вставьте целиком адрес, который дала принимающая служба.',
    bg: 'Липсва адресът, на който да се изпраща, затова нищо не може да се изпрати. Поставете целия адрес, даден от приемащата услуга.',
  },
  'webhook.not-an-address': {
    en: 'This is not a web address, so nothing can be sent. It begins with https:// and was given by the receiving service.',
    ru: 'Это не веб-адрес, поэтому отправить ничего нельзя. Он начинается с https://, его даёт принимающая служба.',
    bg: 'Това не е уеб адрес, затова нищо не може да се изпрати. Той започва с https:// и се дава от приемащата услуга.',
  },
  'webhook.not-encrypted': {
    en: 'The address at {{host}} is not encrypted, and http is used only within your own network. Nothing was sent. Use the https address.',
    ru: 'Адрес на {{host}} не зашифрован, а http используется только внутри вашей сети. Ничего не отправлено. Укажите адрес https.',
    bg: 'Адресът при {{host}} не е шифрован, а http се използва само във вашата мрежа. Нищо не е изпратено. Използвайте адреса с https.',
  },
  'webhook.no-topic': {
    en: 'The ntfy address at {{host}} names no topic, so nothing can be sent. It ends with the topic, like https://ntfy.sh/my-topic.',
    ru: 'В адресе ntfy на {{host}} нет темы, поэтому отправить ничего нельзя. Адрес заканчивается темой, например https://ntfy.sh/my-topic.',
    bg: 'В ntfy адреса при {{host}} няма тема, затова нищо не може да се изпрати. Адресът завършва с темата, например https://ntfy.sh/my-topic.',
  },
  'webhook.secret-anew': {
    en: 'The signing secret that is kept was agreed with another address and signs nothing for this one. Type the secret of this one; for a receiver without one, add a new channel. Nothing was changed.',
    ru: 'Сохранённый секрет подписи относится к другому адресу и для этого ничего не подписывает. Введите секрет этого адреса; для приёмника без секрета добавьте новый канал. Ничего не изменено.',
    bg: 'Запазената тайна за подпис е за друг адрес и не подписва нищо за този. Въведете тайната на този адрес; за приемник без тайна добавете нов канал. Нищо не е променено.',
  },
  'webhook.redirect': {
    en: '{{host}} points to another address (HTTP {{status}}), and messages are not sent on to where you did not say. Put the final address into the settings.',
    ru: '{{host}} переадресует на другой адрес (HTTP {{status}}), а туда, куда вы не указали, сообщения не отправляются. Укажите в настройках конечный адрес.',
    bg: '{{host}} препраща към друг адрес (HTTP {{status}}), а съобщения не се изпращат там, където не сте посочили. Въведете крайния адрес в настройките.',
  },
  'webhook.denied': {
    en: '{{host}} does not let this address post ({{reason}}), so nothing was delivered. Check the address and the access it carries, or make a new one there.',
    ru: '{{host}} не принимает сообщения по этому адресу ({{reason}}), ничего не доставлено. Проверьте адрес и права доступа или создайте там новый.',
    bg: '{{host}} не допуска съобщения на този адрес ({{reason}}), затова нищо не е доставено. Проверете адреса и достъпа в него или направете нов там.',
  },
  'webhook.gone': {
    en: '{{host}} does not know this address, or not any more ({{reason}}), so nothing was delivered. Make a new one there and paste it here.',
    ru: '{{host}} не знает этого адреса или больше не знает ({{reason}}), ничего не доставлено. Создайте там новый и вставьте его сюда.',
    bg: '{{host}} не познава този адрес или вече не го познава ({{reason}}), затова нищо не е доставено. Направете нов там и го поставете тук.',
  },
  'webhook.too-large': {
    en: '{{host}} does not take anything this large ({{reason}}). What came before it arrived; this part did not.',
    ru: '{{host}} не принимает ничего такого большого ({{reason}}). Предыдущее доставлено, эта часть — нет.',
    bg: '{{host}} не приема нищо толкова голямо ({{reason}}). Предишното пристигна, тази част не.',
  },
  'webhook.refused': {
    en: '{{host}} refused the message ({{reason}}). It was not delivered and is not tried again as it is. Check that the right kind of service is chosen.',
    ru: '{{host}} отклонил сообщение ({{reason}}). Оно не доставлено и в таком виде больше не отправляется. Проверьте, правильно ли выбран вид службы.',
    bg: '{{host}} отказа съобщението ({{reason}}). То не е доставено и в този вид няма да се изпраща повече. Проверете дали е избран правилният вид услуга.',
  },
} as const satisfies Readonly<Record<string, Words>>
