import type { IncomingMessage, ServerResponse } from 'node:http'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Translate } from '../../shared/translate.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { readBody, writeJson } from './http-end.ts'

export interface ControlPorts {
  readonly simulator: Simulator
  /** The accounts whose state is shown when none is named. */
  readonly accounts: readonly string[]
  readonly translate: Translate
}

/** True for the paths of the control surface, which no venue's face has. */
export function isControl(message: IncomingMessage): boolean {
  return /^\/control(?:\/|\?|$)/.test(message.url ?? '')
}

/**
 * `POST /control` with one JSON command or an array of them; `GET /control/state[?account=…]`.
 * A page of some web site must not steer the simulator of its visitor, so whatever names an origin is refused.
 */
export async function takeControl(
  ports: ControlPorts,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, why: Sentence): void => writeJson(response, status, refused(ports, why))
  if (message.headers.origin !== undefined) return refuse(403, sentence('command.control-origin'))
  const [path, query = ''] = (message.url ?? '').split('?', 2)
  if (message.method === 'GET' && path === '/control/state') return showState(ports, query, response)
  if (message.method !== 'POST' || path !== '/control') return refuse(404, sentence('command.control-path'))
  const command = parse(await readBody(message))
  if (command === null) return refuse(400, sentence('command.control-unreadable'))
  perform(ports, command.value, response)
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** The accounts' truth by name, or of the one account that is named. */
function showState(ports: ControlPorts, query: string, response: ServerResponse): void {
  const asked = new URLSearchParams(query).get('account')
  const states = (asked === null ? ports.accounts : [asked]).map(
    (account) => [account, outcome(ports, { do: 'state', account })] as const,
  )
  const failed = states.find(([, each]) => !each.ok)?.[1]
  if (failed !== undefined) return writeJson(response, 400, failed)
  const values = states.map(([account, each]) => [account, each.ok ? each.value : null] as const)
  writeJson(response, 200, { ok: true, value: asked === null ? Object.fromEntries(values) : values[0]?.[1] })
}

/** Commands of an array are carried out in order, whatever becomes of those before. */
function perform(ports: ControlPorts, command: unknown, response: ServerResponse): void {
  const outcomes = (Array.isArray(command) ? command : [command]).map((each) => outcome(ports, each))
  const failed = outcomes.some((each) => !each.ok)
  writeJson(response, failed ? 400 : 200, Array.isArray(command) ? outcomes : outcomes[0])
}

function outcome({ simulator, translate }: ControlPorts, command: unknown): Outcome {
  const result = simulator.control(command)
  if (result.ok) return { ok: true, value: result.value ?? null }
  return { ok: false, code: result.failure.code, message: translate(result.failure.sentence) }
}

function refused({ translate }: ControlPorts, why: Sentence): Outcome {
  return { ok: false, code: 'invalid', message: translate(why) }
}

function parse(text: string | null): { readonly value: unknown } | null {
  try {
    return text === null ? null : { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
