import type { Words } from '../sentence.ts'

/** About messages by e-mail. */
export const mail = {
  'mail.address': {
    en: '“{{address}}” is not an e-mail address, so nothing can be sent. Write it like name@example.org.',
    ru: '«{{address}}» — не адрес электронной почты, поэтому отправить ничего нельзя. Напишите его как name@example.org.',
    bg: '„{{address}}“ не е имейл адрес, затова нищо не може да се изпрати. Напишете го като name@example.org.',
  },
  'mail.no-password': {
    en: 'The password for the mail server is missing, so nothing can be sent. Many providers want an app password, made in the settings of the mailbox.',
    ru: 'Не указан пароль для почтового сервера, поэтому отправить ничего нельзя. Многие провайдеры требуют пароль приложения; он создаётся в настройках ящика.',
    bg: 'Липсва паролата за пощенския сървър, затова нищо не може да се изпрати. Много доставчици искат парола за приложение, която се прави в настройките на пощата.',
  },
  'mail.password-anew': {
    en: 'The password that is kept was given for another server or user and is not sent to this one. Type it once more; nothing was changed.',
    ru: 'Сохранённый пароль был указан для другого сервера или пользователя и на этот не отправляется. Введите его ещё раз; ничего не изменено.',
    bg: 'Запазената парола е дадена за друг сървър или потребител и не се изпраща на този. Въведете я отново; нищо не е променено.',
  },
  'mail.login': {
    en: '{{host}} refused user name or password ({{words}}), so nothing was sent. If the mailbox uses a second factor, it wants an app password here.',
    ru: '{{host}} не принял имя пользователя или пароль ({{words}}), поэтому ничего не отправлено. Если для ящика включён второй фактор, здесь нужен пароль приложения.',
    bg: '{{host}} отказа потребителското име или паролата ({{words}}), затова нищо не е изпратено. Ако пощата ползва втори фактор, тук трябва парола за приложение.',
  },
  'mail.certificate': {
    en: 'The certificate of the mail server {{host}} is not trusted ({{words}}), so neither password nor message was sent. Check the server name, the system date, and whether this network asks for a login first.',
    ru: 'Сертификат почтового сервера {{host}} не вызывает доверия ({{words}}), поэтому не отправлены ни пароль, ни сообщение. Проверьте имя сервера, системную дату и не требует ли эта сеть сначала войти.',
    bg: 'Сертификатът на пощенския сървър {{host}} не е доверен ({{words}}), затова не са изпратени нито паролата, нито съобщението. Проверете името на сървъра, системната дата и дали тази мрежа не иска първо вход.',
  },
  'mail.no-tls': {
    en: '{{host}} offers no encryption on this port ({{words}}), so neither password nor message was sent. Usual are port 465 with TLS and port 587 with STARTTLS.',
    ru: '{{host}} не предлагает шифрования на этом порту ({{words}}), поэтому не отправлены ни пароль, ни сообщение. Обычно это порт 465 с TLS или порт 587 со STARTTLS.',
    bg: '{{host}} не предлага шифроване на този порт ({{words}}), затова не са изпратени нито паролата, нито съобщението. Обичайни са порт 465 с TLS и порт 587 със STARTTLS.',
  },
  'mail.recipient': {
    en: '{{host}} does not accept mail for {{recipients}} ({{words}}), so nothing was sent. Correct the address.',
    ru: '{{host}} не принимает почту для {{recipients}} ({{words}}), поэтому ничего не отправлено. Исправьте адрес.',
    bg: '{{host}} не приема поща за {{recipients}} ({{words}}), затова нищо не е изпратено. Поправете адреса.',
  },
  'mail.some-recipients': {
    en: '{{host}} does not accept mail for {{recipients}} ({{words}}). The other recipients have the message. Correct the address.',
    ru: '{{host}} не принимает почту для {{recipients}} ({{words}}). Остальные получатели сообщение получили. Исправьте адрес.',
    bg: '{{host}} не приема поща за {{recipients}} ({{words}}). Другите получатели имат съобщението. Поправете адреса.',
  },
  'mail.some-later': {
    en: '{{host}} cannot take mail for {{recipients}} just now ({{words}}). The other recipients have the message and do not get it again.',
    ru: '{{host}} сейчас не может принять почту для {{recipients}} ({{words}}). Остальные получатели сообщение получили, повторно оно им не придёт.',
    bg: '{{host}} в момента не може да приеме поща за {{recipients}} ({{words}}). Другите получатели имат съобщението и няма да го получат пак.',
  },
  'mail.refused': {
    en: '{{host}} refused the message ({{words}}). It was not delivered and is not tried again as it is. Check the sender’s address and what the server says.',
    ru: '{{host}} отклонил сообщение ({{words}}). Оно не доставлено и в таком виде больше не отправляется. Проверьте адрес отправителя и ответ сервера.',
    bg: '{{host}} отказа съобщението ({{words}}). То не е доставено и в този вид няма да се изпраща повече. Проверете адреса на подателя и какво казва сървърът.',
  },
  'mail.later': {
    en: '{{host}} cannot take the message just now ({{words}}). It was not delivered; the server expects another try.',
    ru: '{{host}} сейчас не может принять сообщение ({{words}}). Оно не доставлено; сервер ждёт повторной попытки.',
    bg: '{{host}} в момента не може да приеме съобщението ({{words}}). То не е доставено; сървърът очаква нов опит.',
  },
  'mail.slow': {
    en: '{{host}} took too long to answer, so the connection was given up. The message counts as not delivered. Check server name and port if this lasts.',
    ru: '{{host}} отвечает слишком долго, соединение прервано. Сообщение считается недоставленным. Если так продолжится, проверьте имя сервера и порт.',
    bg: '{{host}} отговаря твърде бавно, затова връзката е прекъсната. Съобщението се смята за недоставено. Ако продължи, проверете името на сървъра и порта.',
  },
  'mail.broken': {
    en: '{{host}} broke off the conversation ({{words}}). The message counts as not delivered; should it have arrived after all, a second copy is recognised by the same Message-ID.',
    ru: '{{host}} оборвал соединение ({{words}}). Сообщение считается недоставленным; если оно всё же дошло, повтор узнаётся по тому же Message-ID.',
    bg: '{{host}} прекъсна разговора ({{words}}). Съобщението се смята за недоставено; ако все пак е пристигнало, повторението се познава по същия Message-ID.',
  },
} as const satisfies Readonly<Record<string, Words>>
