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
    unlockVault: ({ passphrase }) => begin(desk, (vault) => vault.unlock(passphrase)),
    useFileVault: ({ passphrase }) => begin(desk, (vault) => vault.useFile(passphrase)),
  }
}

/** Accounts that waited for the vault begin once it is open. */
async function begin(
  { vault, unlocked }: AppDesk,
  open: (vault: Vault) => Promise<Result<null>>,
): Promise<Result<null>> {
  if (vault === null) return ok(null)
  const opened = await open(vault)
  if (opened.ok) unlocked()
  return opened
}

async function vaultFacts(vault: Vault | null): Promise<AppInfo['vault']> {
  if (vault === null) return { kind: 'memory', problem: null, remedy: 'none' }
  const { problem, remedy } = await vault.state()
  return { kind: vault.kind, problem: problem?.sentence ?? null, remedy }
}

function venueFacts({ id, name, environments, signing }: Venue): AppInfo['venues'][number] {
  const offered = environments.filter((environment) => environment !== 'simulator')
  return { venue: id, name, environments: offered, signing: [...signing] }
}
