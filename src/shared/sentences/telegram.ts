import type { Words } from '../sentence.ts'

/** About messages through a Telegram bot. */
export const telegram = {
  'telegram.no-token': {
    en: 'The token of your Telegram bot is missing, so nothing can be sent. Make a bot with @BotFather and paste the token it gives you.',
    ru: 'Не указан токен вашего бота Telegram, поэтому отправить ничего нельзя. Создайте бота у @BotFather и вставьте полученный токен.',
    bg: 'Липсва токенът на вашия Telegram бот, затова нищо не може да се изпрати. Създайте бот при @BotFather и поставете токена, който получите.',
  },
  'telegram.token-shape': {
    en: 'This is not the token of a Telegram bot: it is a number, a colon and about 35 letters and digits. Nothing was sent. Copy it again from @BotFather, whole.',
    ru: 'Это не токен бота Telegram: он состоит из числа, двоеточия и примерно 35 букв и цифр. Ничего не отправлено. Скопируйте его у @BotFather ещё раз, целиком.',
    bg: 'Това не е токен на Telegram бот: той е число, двоеточие и около 35 букви и цифри. Нищо не е изпратено. Копирайте го отново от @BotFather, целия.',
  },
  'telegram.token-refused': {
    en: 'Telegram does not know this bot token, so nothing was sent. Perhaps it was replaced: copy the present one from @BotFather.',
    ru: 'Telegram не знает такого токена бота, поэтому ничего не отправлено. Возможно, его заменили: скопируйте действующий у @BotFather.',
    bg: 'Telegram не познава този токен на бот, затова нищо не е изпратено. Може да е бил сменен: копирайте сегашния от @BotFather.',
  },
  'telegram.no-chat': {
    en: 'It is not known yet which Telegram chat to write to. Open your bot in Telegram, press Start, and let Tidemark find the chat.',
    ru: 'Пока неизвестно, в какой чат Telegram писать. Откройте своего бота в Telegram, нажмите «Старт», и Tidemark найдёт чат.',
    bg: 'Още не е известно в кой чат на Telegram да се пише. Отворете своя бот в Telegram, натиснете Start и Tidemark ще намери чата.',
  },
  'telegram.chat-shape': {
    en: 'This is not a Telegram chat: it is a number, or @ and the public name of a group or channel. Let Tidemark find the chat, and choose it.',
    ru: 'Это не чат Telegram: нужен номер или @ и публичное имя группы либо канала. Дайте Tidemark найти чат и выберите его.',
    bg: 'Това не е чат на Telegram: трябва число или @ и публичното име на група или канал. Оставете Tidemark да намери чата и го изберете.',
  },
  'telegram.chat-not-found': {
    en: 'Telegram does not find this chat for your bot, so nothing was sent. Open the bot in Telegram, press Start, then let Tidemark find the chat again.',
    ru: 'Telegram не находит этот чат для вашего бота, поэтому ничего не отправлено. Откройте бота в Telegram, нажмите «Старт», затем найдите чат заново.',
    bg: 'Telegram не намира този чат за вашия бот, затова нищо не е изпратено. Отворете бота в Telegram, натиснете Start и намерете чата отново.',
  },
  'telegram.not-started': {
    en: 'The bot may not write to you first, so nothing was sent. Open it in Telegram and press Start.',
    ru: 'Бот не может написать вам первым, поэтому ничего не отправлено. Откройте его в Telegram и нажмите «Старт».',
    bg: 'Ботът не може да ви пише пръв, затова нищо не е изпратено. Отворете го в Telegram и натиснете Start.',
  },
  'telegram.blocked': {
    en: 'You have blocked the bot in Telegram, so nothing was sent. Open it there and unblock it.',
    ru: 'Бот заблокирован вами в Telegram, поэтому ничего не отправлено. Откройте его там и разблокируйте.',
    bg: 'Ботът е блокиран от вас в Telegram, затова нищо не е изпратено. Отворете го там и го отблокирайте.',
  },
  'telegram.not-member': {
    en: 'The bot is not in this Telegram group or channel any more, so nothing was sent. Add it again, or choose another chat.',
    ru: 'Бота больше нет в этой группе или этом канале Telegram, поэтому ничего не отправлено. Добавьте его снова или выберите другой чат.',
    bg: 'Ботът вече не е в тази група или този канал на Telegram, затова нищо не е изпратено. Добавете го отново или изберете друг чат.',
  },
  'telegram.deactivated': {
    en: 'The Telegram account behind this chat was deleted, so nothing was sent. Choose another chat.',
    ru: 'Учётная запись Telegram, которой принадлежал этот чат, удалена, поэтому ничего не отправлено. Выберите другой чат.',
    bg: 'Профилът в Telegram зад този чат е изтрит, затова нищо не е изпратено. Изберете друг чат.',
  },
  'telegram.no-rights': {
    en: 'The bot may not write in this Telegram chat, so nothing was sent. Give it the right to post, or choose another chat.',
    ru: 'Боту нельзя писать в этот чат Telegram, поэтому ничего не отправлено. Дайте ему право писать или выберите другой чат.',
    bg: 'Ботът няма право да пише в този чат на Telegram, затова нищо не е изпратено. Дайте му право да публикува или изберете друг чат.',
  },
  'telegram.chat-moved': {
    en: 'Telegram gave this group a new number, {{chat}}, and nothing was sent to the old one. Put the new number into the settings of this channel.',
    ru: 'Telegram присвоил этой группе новый номер, {{chat}}; на старый ничего не отправлено. Укажите новый номер в настройках канала.',
    bg: 'Telegram даде на тази група нов номер, {{chat}}; на стария не е изпратено нищо. Въведете новия номер в настройките на този канал.',
  },
  'telegram.refused': {
    en: 'Telegram refused the message ({{status}}: {{words}}). It was not delivered and is not tried again as it is.',
    ru: 'Telegram отклонил сообщение ({{status}}: {{words}}). Оно не доставлено и в таком виде больше не отправляется.',
    bg: 'Telegram отказа съобщението ({{status}}: {{words}}). То не е доставено и в този вид няма да се изпраща повече.',
  },
  'telegram.others-read': {
    en: 'Another program reads what is written to this bot, so Tidemark cannot look for the chat. Stop it for a moment, use a bot of Tidemark’s own, or type the number of the chat.',
    ru: 'Сообщения этого бота читает другая программа, поэтому Tidemark не может найти чат. Остановите её на минуту, заведите для Tidemark отдельного бота или введите номер чата сами.',
    bg: 'Друга програма чете написаното до този бот, затова Tidemark не може да намери чата. Спрете я за момент, направете отделен бот за Tidemark или въведете номера на чата сами.',
  },
  'telegram.api-url': {
    en: 'TIDEMARK_TELEGRAM_API_URL is not an https address, nor an http one on this computer. Nothing was sent, since the address would carry the bot token. Correct it or remove it.',
    ru: 'TIDEMARK_TELEGRAM_API_URL — не адрес https и не адрес http на этом компьютере. Ничего не отправлено, ведь по этому адресу ушёл бы токен бота. Исправьте или уберите его.',
    bg: 'TIDEMARK_TELEGRAM_API_URL не е адрес https, нито http на този компютър. Нищо не е изпратено, защото с адреса би тръгнал и токенът на бота. Поправете го или го махнете.',
  },
} as const satisfies Readonly<Record<string, Words>>
