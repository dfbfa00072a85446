import type { Sentence } from '../../shared/sentence.ts'
import type { LoginEntry } from './login-entry.ts'

/** How one system is told what to start at login. Null is nothing. Both answer why that has no effect, or null. */
export interface LoginHost {
  /** At the app's start: brings the entry up to date, unless the user switched it off in the system. */
  look(entry: LoginEntry | null): Promise<Sentence | null>
  /** The user chose just now, which overrules the system's switch. */
  apply(entry: LoginEntry | null): Promise<Sentence | null>
}
