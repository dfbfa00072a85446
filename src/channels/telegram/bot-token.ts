/** As BotFather writes it: the bot's number, a colon, 35 signs; none of them can change the path it is put into. */
const TOKEN = /^\d{3,20}:[\w-]{20,100}$/

export function isBotToken(text: string): boolean {
  return TOKEN.test(text)
}

/** The number of a chat, or the public name of a group or channel. */
const CHAT = /^(-?\d{1,20}|@[a-z]\w{3,31})$/i

export function isChat(text: string): boolean {
  return CHAT.test(text)
}
