import type { Handlers } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { Mode } from '../../shared/frames.ts'
import type { AppInfo } from '../../shared/health-rows.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Vault } from '../ports/vault.ts'
import type { Venue } from '../ports/venue.ts'

/** What the program knows of itself apart from the engine. */
export interface ProgramFacts {
  readonly version: string
  readonly shell: AppInfo['shell']
  readonly startedAt: number
  readonly dataFolder: string
  readonly runtime: Readonly<Record<string, string>>
}

export interface AppDesk {
  readonly mode: Mode
  readonly venues: readonly Venue[]
  /** The vault real keys go to; null when only the demo may be shown. */
  readonly vault: Vault | null
  switchMode(mode: Mode): Result<null>
  /** The vault was opened: accounts that waited for it begin. */
  unlocked(): void
}

/** The contract's app group. */
export function appHandlers(facts: ProgramFacts, desk: AppDesk): Handlers<AppContract>['app'] {
  return {
    info: async () =>
      ok({ ...facts, mode: desk.mode, vault: await vaultFacts(desk.vault), venues: desk.venues.map(venueFacts) }),
    switchMode: ({ mode }) => desk.switchMode(mode),
    unlockVault: async ({ passphrase }) => {
      if (desk.vault === null) return ok(null)
      const opened = await desk.vault.unlock(passphrase)
      if (opened.ok) desk.unlocked()
      return opened
    },
  }
}

async function vaultFacts(vault: Vault | null): Promise<AppInfo['vault']> {
  if (vault === null) return { kind: 'memory', problem: null }
  const answered = await vault.accounts()
  return { kind: vault.kind, problem: answered.ok ? null : answered.failure.sentence }
}

function venueFacts({ id, name, environments, signing }: Venue): AppInfo['venues'][number] {
  const offered = environments.filter((environment) => environment !== 'simulator')
  return { venue: id, name, environments: offered, signing: [...signing] }
}
