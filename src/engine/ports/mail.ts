import type { Attachment } from './channel.ts'

export interface MailServer {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls'
  readonly user: string
  readonly password: string
}

export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** Kept the same at every try. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly Attachment[]
}

export type MailAnswer =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'failed'
      readonly reason:
        'login' | 'certificate' | 'no-tls' | 'recipient' | 'refused' | 'later' | 'unreachable' | 'slow' | 'broken'
      /** The server's own words, without anything secret. */
      readonly words: string
    }

/** Sends one mail and always resolves. */
export interface Mailer {
  send(server: MailServer, mail: Mail): Promise<MailAnswer>
}
