import type { Side } from '../engine/desk.ts'
import type { Vault } from '../engine/ports/vault.ts'
import { createNodePorts, type NodePortsOptions } from '../node/ports.ts'
import { ok, type Result } from '../shared/result.ts'

export type LiveSideOptions = Omit<NodePortsOptions, 'mode' | 'net'>

/** The live host parts, with the vault opened if a passphrase is at hand. A wrong passphrase is told, not fatal. */
export async function openLiveSide(
  options: LiveSideOptions,
  tell: (said: Result<null>) => void,
): Promise<Result<Side>> {
  const opened = await createNodePorts({ ...options, mode: 'live' })
  if (!opened.ok) return opened
  const host = opened.value
  const { ports } = host
  const passphrase = options.environment['TIDEMARK_PASSPHRASE']
  if (passphrase !== undefined && passphrase !== '') tell(await openVault(ports.vault, options.vault, passphrase))
  return ok({ ports, report: (event) => host.machine.report(event), stop: () => host.stop() })
}

/** Who hands over a passphrase where there is no keychain wants the file vault, unless he said otherwise. */
async function openVault(vault: Vault, asked: LiveSideOptions['vault'], passphrase: string): Promise<Result<null>> {
  if (vault.kind === 'file') return vault.unlock(passphrase)
  const { problem } = await vault.state()
  return problem === null || asked !== null ? ok(null) : vault.useFile(passphrase)
}
