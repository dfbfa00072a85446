import type { MailServer } from '../../engine/ports/mail.ts'

/** What of a login a server could repeat: the password, and the forms it travels in (RFC 4616, LOGIN). */
export function secretsOfLogin({ user, password }: MailServer): readonly string[] {
  if (password === '') return []
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
  return [password, base64(password), base64(`\u0000${user}\u0000${password}`)]
}
