import { fail, ok, type Failure } from '../../../shared/result.ts'
import type { Secrets } from '../../ports/secrets.ts'

/** A vault of other secrets, in memory; it can be locked. */
export function createMemorySecrets() {
  const kept = new Map<string, string>()
  const door: { locked: Failure | null } = { locked: null }
  const secrets: Secrets = {
    keep: async (name, secret) => (door.locked === null ? (kept.set(name, secret), ok(null)) : fail(door.locked)),
    read: async (name) => (door.locked === null ? ok(kept.get(name) ?? null) : fail(door.locked)),
    drop: async (name) => (door.locked === null ? (kept.delete(name), ok(null)) : fail(door.locked)),
  }
  return { secrets, kept, door }
}
