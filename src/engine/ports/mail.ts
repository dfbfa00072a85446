import type { Attachment } from './channel.ts'

export interface MailServer {
  readonly host: string
  readonly port: number
  /** Both are verified; `starttls` is demanded before anything is said. */
  readonly security: 'tls' | 'starttls'
  /** Empty where the server wants no login. */
  readonly user: string
  readonly password: string
}

/** A person's name, which may be empty, and a bare address. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}

export interface Mail {
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
  /** One line. */
  readonly subject: string
  readonly text: string
  /** Kept the same at every try; with its angle brackets. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly Attachment[]
}

/** A recipient the server would not take while it took others. */
export interface LeftOut {
  readonly address: string
  /** `later` where the server said that it may work another time. */
  readonly reason: 'recipient' | 'later'
  readonly words: string
}

export type MailAnswer =
  /** The server took the mail for everybody but those left out. */
  | { readonly kind: 'sent'; readonly leftOut: readonly LeftOut[] }
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
