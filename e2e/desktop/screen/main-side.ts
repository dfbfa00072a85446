import type { ToMain } from '../stand-in/protocol.ts'

type Without<Message, Key extends PropertyKey> = Message extends unknown ? Omit<Message, Key> : never
export type Question = Without<Extract<ToMain, { readonly request: number }>, 'request'>
export type Notice = Exclude<ToMain, { readonly request: number }>

/** The child as the screen reaches it. */
export interface MainSide {
  /** Resolves with what main answers; rejects when main ends before it does. */
  ask(question: Question): Promise<unknown>
  tell(notice: Notice): void
}
