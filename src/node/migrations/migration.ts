/** One step of the database's shape. Numbers grow with gaps and are never reused; a released step never changes. */
export interface Migration {
  readonly version: number
  readonly sql: string
}
