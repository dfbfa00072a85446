import { demoKeys } from '../../simulator/accounts/demo-accounts.ts'
import { reachVariables } from '../../simulator/reach-variables.ts'
import type { SimulatorChoices } from './options.ts'

export interface Listening {
  readonly host: string
  readonly port: number
  readonly seed: number
}

/** What the process says once it listens: to a person, or as one line of JSON. */
export function greeting(listening: Listening, report: SimulatorChoices['report']): string {
  const authority = `${reachable(listening.host)}:${listening.port}`
  const environment = reachVariables(authority)
  if (report === 'json') return `${JSON.stringify({ ...listening, environment, keys: demoKeys })}\n`
  const variables = Object.entries(environment).map(([name, value]) => `  ${name}=${value}`)
  const keys = demoKeys.map(
    ({ label, apiKey, apiSecret }) => `  ${label}\n    key     ${apiKey}\n    secret  ${apiSecret}`,
  )
  return [
    `The exchange simulator listens on http://${authority} (seed ${listening.seed}).`,
    '',
    'These point Tidemark at it:',
    ...variables,
    '',
    'Keys of its accounts, which open nothing else:',
    ...keys,
    '',
    `Steer it with POST http://${authority}/control, look into it with GET http://${authority}/control/state. Ctrl+C ends it.`,
    '',
  ].join('\n')
}

/** Where a client on this machine finds a listener; an address of six parts stands in brackets. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
