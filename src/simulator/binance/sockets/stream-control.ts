/** What a client subscribed on one connection, and how its frames are wrapped. */
export interface StreamState {
  readonly streams: ReadonlySet<string>
  readonly combined: boolean
}

export interface ControlAnswer {
  readonly reply: string
  readonly state: StreamState
}

interface Command {
  readonly method?: unknown
  readonly params?: unknown
  readonly id?: unknown
}

const METHODS = ['SUBSCRIBE', 'UNSUBSCRIBE', 'LIST_SUBSCRIPTIONS', 'SET_PROPERTY', 'GET_PROPERTY'] as const
type Method = (typeof METHODS)[number]

/**
 * The control protocol of market and private sockets (websocket-market-streams, "Live Subscribing/Unsubscribing").
 * Any stream name is acknowledged; replies are never wrapped; an error closes nothing.
 */
export function controlStreams(text: string, state: StreamState): ControlAnswer {
  const command = readCommand(text)
  if (command === null) return refuse(state, 3, 'Invalid JSON: expected value at line 1 column 1')
  const method = METHODS.find((name) => name === command.method)
  if (method === undefined) return refuse(state, 2, badMethod(command.method))
  if (!isUnsigned(command.id)) return refuse(state, 2, 'Invalid request: request ID must be an unsigned integer')
  return perform(method, command, command.id, state)
}

function perform(method: Method, command: Command, id: number, state: StreamState): ControlAnswer {
  if (method === 'LIST_SUBSCRIPTIONS') return accept(state, id, [...state.streams])
  if (method === 'SET_PROPERTY') return setProperty(command.params, id, state)
  if (method === 'GET_PROPERTY') return getProperty(command.params, id, state)
  const names = streamNames(command.params)
  if (names === null) return refuse(state, 2, 'Invalid request: missing field `params`')
  return accept({ ...state, streams: changed(state.streams, names, method) }, id, null)
}

function changed(streams: ReadonlySet<string>, names: readonly string[], method: Method): ReadonlySet<string> {
  const next = new Set(streams)
  for (const name of names) {
    if (method === 'SUBSCRIBE') next.add(name)
    else next.delete(name)
  }
  return next
}

function setProperty(params: unknown, id: number, state: StreamState): ControlAnswer {
  if (!Array.isArray(params)) return refuse(state, 2, 'Invalid request: missing field `params`')
  const [name, value, ...more] = params as readonly unknown[]
  if (more.length > 0) return refuse(state, 2, 'Invalid request: too many parameters')
  if (typeof name !== 'string') return refuse(state, 2, 'Invalid request: property name must be a string')
  if (name !== 'combined') return refuse(state, 0, 'Unknown property')
  if (typeof value !== 'boolean') return refuse(state, 1, 'Invalid value type: expected Boolean')
  return accept({ ...state, combined: value }, id, null)
}

function getProperty(params: unknown, id: number, state: StreamState): ControlAnswer {
  if (!Array.isArray(params)) return refuse(state, 2, 'Invalid request: missing field `params`')
  const [name, ...more] = params as readonly unknown[]
  if (more.length > 0) return refuse(state, 2, 'Invalid request: too many parameters')
  if (typeof name !== 'string') return refuse(state, 2, 'Invalid request: property name must be a string')
  return name === 'combined' ? accept(state, id, state.combined) : refuse(state, 0, 'Unknown property')
}

function accept(state: StreamState, id: number, result: unknown): ControlAnswer {
  return { reply: JSON.stringify({ result, id }), state }
}

function refuse(state: StreamState, code: number, msg: string): ControlAnswer {
  return { reply: JSON.stringify({ code, msg }), state }
}

function badMethod(method: unknown): string {
  if (method === undefined) return 'Invalid request: missing field `method`'
  const named = typeof method === 'string' ? method : JSON.stringify(method)
  return `Invalid request: unknown variant \`${named}\`, expected one of ${METHODS.map((name) => `\`${name}\``).join(', ')}`
}

function readCommand(text: string): Command | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function isUnsigned(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0
}

function streamNames(params: unknown): readonly string[] | null {
  if (!Array.isArray(params) || !params.every((name) => typeof name === 'string')) return null
  return params
}
