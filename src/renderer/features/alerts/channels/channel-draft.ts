import type { ChannelChoices } from '../../../../shared/alert-contract.ts'
import type { ChannelKind, ChannelLevel, ChannelRow, ChannelSettings } from '../../../../shared/channel-rows.ts'

/** A channel being set up, as it is typed. Secrets live in the dialog alone and go with it. */
export interface ChannelDraft {
  readonly kind: ChannelKind
  readonly label: string
  readonly level: ChannelLevel
  readonly failover: string
  readonly botToken: string
  readonly chat: string
  readonly host: string
  readonly port: string
  readonly security: 'tls' | 'starttls'
  readonly user: string
  readonly mailPassword: string
  readonly from: string
  readonly to: string
  readonly preset: Extract<ChannelSettings, { readonly kind: 'webhook' }>['preset']
  readonly webhookAddress: string
  readonly signingSecret: string
}

const BLANK: ChannelDraft = {
  kind: 'telegram',
  label: '',
  level: 'on',
  failover: '',
  botToken: '',
  chat: '',
  host: '',
  port: '587',
  security: 'starttls',
  user: '',
  mailPassword: '',
  from: '',
  to: '',
  preset: 'plain',
  webhookAddress: '',
  signingSecret: '',
}

export function channelDraft(row: ChannelRow | null): ChannelDraft {
  if (row === null) return BLANK
  const { label, level, failover } = row
  return { ...BLANK, label, level, failover: failover ?? '', ...settingsDraft(row.settings) }
}

function settingsDraft(settings: ChannelSettings): Partial<ChannelDraft> {
  switch (settings.kind) {
    case 'os':
      return { kind: 'os' }
    case 'telegram':
      return { kind: 'telegram', chat: settings.chat }
    case 'email':
      return { ...settings, port: String(settings.port), to: settings.to.join(', ') }
    case 'webhook':
      return { kind: 'webhook', preset: settings.preset, host: settings.host }
  }
}

/** What is asked of the program; the draft's name, or failing that the usual one. */
export function choicesFrom(draft: ChannelDraft, channel: string | null, usualName: string): ChannelChoices {
  const { level, failover, botToken, mailPassword, webhookAddress, signingSecret } = draft
  return {
    channel,
    label: draft.label.trim() === '' ? usualName : draft.label.trim(),
    level,
    failover: failover === '' ? null : failover,
    settings: settingsFrom(draft),
    secrets: {
      botToken: kept(botToken),
      mailPassword: mailPassword === '' ? null : mailPassword,
      webhookAddress: kept(webhookAddress),
      signingSecret: kept(signingSecret),
    },
  }
}

function settingsFrom(draft: ChannelDraft): ChannelSettings {
  const { kind, chat, host, port, security, user, from, to, preset, webhookAddress } = draft
  switch (kind) {
    case 'os':
      return { kind }
    case 'telegram':
      return { kind, chat: chat.trim() }
    case 'email':
      return {
        kind,
        host: host.trim(),
        port: parseInt(port, 10),
        security,
        user: user.trim(),
        from: from.trim(),
        to: addressesIn(to),
      }
    case 'webhook':
      return { kind, preset, host: webhookAddress.trim() === '' ? host : hostOf(webhookAddress) }
  }
}

/** An empty secret keeps the one there is. */
function kept(secret: string): string | null {
  return secret.trim() === '' ? null : secret.trim()
}

function addressesIn(text: string): string[] {
  return text
    .split(/[,;\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** What of an address may be shown; the rest of it may be a secret. */
export function hostOf(address: string): string {
  return URL.parse(address.trim())?.host ?? ''
}
