/** One event of the user data stream; the rest of its fields depend on its class. */
export interface UserEvent {
  readonly e: string
  readonly [field: string]: unknown
}
