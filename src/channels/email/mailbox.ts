import { domainToASCII } from 'node:url'
import type { Mailbox } from '../../engine/ports/mail.ts'

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const FORM = /^(?:"?([^"<>]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))$/
/** The part before the sign that every server takes without quotes (RFC 5321, dot-string). */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const DOMAIN = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u

/**
 * `anna@example.org` or `Anna <anna@example.org>`, the domain in the form servers speak of it; null for anything else,
 * a line break above all, or what would be decoded into one.
 */
export function readMailbox(text: string): Mailbox | null {
  if (CONTROL.test(text) || text.includes('=?')) return null
  const [, name = '', named, bare] = FORM.exec(text.trim()) ?? []
  const address = readAddress(named ?? bare ?? '')
  return address === null ? null : { name: name.trim(), address }
}

function readAddress(text: string): string | null {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)]
  if (local.length > 64 || !LOCAL.test(local) || domain.length > 253 || !DOMAIN.test(domain)) return null
  const ascii = domainToASCII(domain)
  return ascii === '' ? null : `${local}@${ascii}`
}
