import type { ChannelDraft } from './channel-draft.ts'

/** What every part of a channel's form is given. */
export interface ChannelFormProps {
  readonly draft: ChannelDraft
  /** Null while it is new. */
  readonly channel: string | null
  readonly change: (part: Partial<ChannelDraft>) => void
  /** What is wrong with a field, in words. */
  readonly wrongOf: (field: keyof ChannelDraft) => string | undefined
}

const FIELDS: ReadonlySet<string> = new Set<keyof ChannelDraft>([
  'label',
  'failover',
  'botToken',
  'chat',
  'host',
  'port',
  'user',
  'mailPassword',
  'from',
  'to',
  'webhookAddress',
  'signingSecret',
])

/** The field of the form that a failure is about; null where it is about none. */
export function channelFieldOf(path: string | undefined): keyof ChannelDraft | null {
  const named = path?.split('.').findLast((part) => FIELDS.has(part))
  // The set holds names of the draft's fields and nothing else.
  return (named as keyof ChannelDraft | undefined) ?? null
}
