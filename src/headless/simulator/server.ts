import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { isControl, takeControl, type ControlPorts } from './control-end.ts'
import { incomingRequest, readBody, writeAnswer } from './http-end.ts'
import { takeUpgrade } from './socket-end.ts'

const LONGEST_MESSAGE = 1_048_576

export interface SimulatorServer {
  /** Starts to listen and answers the port; a sentence when it cannot. */
  listen(port: number, host: string): Promise<Result<number>>
  /** Ends every connection and resolves when none is left. */
  close(): Promise<void>
}

/** Real HTTP and WebSocket clients on one port, adapted to a simulator that knows neither. */
export function createSimulatorServer(ports: ControlPorts): SimulatorServer {
  const http = createServer((message, response) => void take(ports, message, response))
  // Pongs are the simulator's to give or to withhold.
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LONGEST_MESSAGE,
    autoPong: false,
  })
  http.on('upgrade', (message, stream, head) => takeUpgrade(ports.simulator, sockets, message, stream, head))
  return {
    listen: (port, host) =>
      new Promise((resolve) => {
        http.once('error', (error) => resolve(whyNot(error, port, host)))
        http.listen(port, host, () => resolve(ok(portOf(http.address(), port))))
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

async function take(ports: ControlPorts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  // A client that leaves while it is being answered is nobody's failure.
  response.on('error', () => response.destroy())
  try {
    if (isControl(message)) await takeControl(ports, message, response)
    else await answer(ports, message, response)
  } catch {
    response.destroy()
  }
}

async function answer({ simulator }: ControlPorts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(message)
  if (body === null) response.writeHead(413, { connection: 'close' }).end()
  else writeAnswer(response, await simulator.respond(incomingRequest(message, body)))
}

function portOf(address: AddressInfo | string | null, asked: number): number {
  return typeof address === 'object' && address !== null ? address.port : asked
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): Result<never> {
  const values = { port: String(port), host, reason: error.code ?? error.message }
  const id = error.code === 'EADDRINUSE' ? 'command.port-taken' : 'command.cannot-listen'
  return fail({ code: 'unavailable', sentence: sentence(id, values) })
}
