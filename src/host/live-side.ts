import type { Side } from '../engine/desk.ts'
import { createNodeClock } from '../node/clock.ts'
import { createNodePorts, type NodePortsOptions } from '../node/ports.ts'
import { ok, type Result } from '../shared/result.ts'
import { decideVault } from './stored-vault.ts'

export interface LiveSideOptions extends Omit<NodePortsOptions, 'mode' | 'net' | 'vault'> {
  readonly vault: 'keychain' | 'file' | null
}

/** The live host parts, with the vault opened if a passphrase is at hand. A wrong passphrase is told, not fatal. */
export async function openLiveSide(
  options: LiveSideOptions,
  tell: (said: Result<null>) => void,
): Promise<Result<Side>> {
  const clock = createNodeClock()
  const vault = await decideVault(options.vault, options.root, options.defaultRoot, clock)
  clock.stop()
  const opened = await createNodePorts({ ...options, vault, mode: 'live' })
  if (!opened.ok) return opened
  const host = opened.value
  const { ports } = host
  const passphrase = options.environment['TIDEMARK_PASSPHRASE']
  if (vault === 'file' && passphrase !== undefined && passphrase !== '') tell(await ports.vault.unlock(passphrase))
  return ok({ ports, report: (event) => host.machine.report(event), stop: () => host.stop() })
}
