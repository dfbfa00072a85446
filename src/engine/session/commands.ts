import { assertNever } from '../../shared/result.ts'
import type { Ticket } from '../ports/feed.ts'
import { createListener } from './listen.ts'
import { createApply, type Run } from './run.ts'
import type { Command } from './state.ts'
import { createWire, type Wire } from './wire.ts'

export const apply = createApply(performCommand)

function performCommand<Item, Context>(run: Run<Item, Context>, command: Command): void {
  switch (command.kind) {
    case 'issue-ticket':
      return issueTicket(run)
    case 'keep-ticket':
      return keepTicket(run, command.ticket)
    case 'open':
      return open(run, command.line, command.ticket)
    case 'login':
      return login(run, command.line)
    case 'send':
      return run.wires.get(command.line)?.socket?.send(command.text)
    case 'heartbeat':
      return heartbeat(run, command.line)
    case 'close':
      return detach(run, command.line)?.socket?.close()
    case 'terminate':
      return detach(run, command.line)?.socket?.terminate()
    case 'measure-clock':
      return run.options.measureClock()
    case 'tell-up':
      return tellUp(run, command.line)
    case 'tell-down':
      run.log.info('stream is down', { why: command.why.sentence.id })
      return run.hooks.onDown(command.why)
    default:
      return assertNever(command)
  }
}

function issueTicket<Item, Context>(run: Run<Item, Context>): void {
  const { ticketing } = run.options.feed
  if (ticketing === null) return
  run.ticketRequest += 1
  const request = run.ticketRequest
  void run.options.perform(ticketing.issue()).then((result) => {
    if (request !== run.ticketRequest) return
    apply(run, result.ok ? { kind: 'ticket', ticket: result.value } : { kind: 'no-ticket', failure: result.failure })
  })
}

function keepTicket<Item, Context>(run: Run<Item, Context>, ticket: Ticket): void {
  const { ticketing } = run.options.feed
  if (ticketing === null) return
  void run.options.perform(ticketing.keep(ticket)).then((result) => {
    if (run.state.ticket !== ticket) return
    apply(run, result.ok ? { kind: 'kept', ticket: result.value } : { kind: 'not-kept', failure: result.failure })
  })
}

function open<Item, Context>(run: Run<Item, Context>, line: number, ticket: Ticket | null): void {
  const wire = createWire(line, run.options.numbering.next(), run.ports.clock.monotonic())
  run.wires.set(line, wire)
  wire.socket = run.ports.sockets.open(run.options.feed.url(ticket), createListener(run, wire, apply))
}

function login<Item, Context>(run: Run<Item, Context>, line: number): void {
  const text = run.options.feed.login(run.options.serverNow(), run.options.signer)
  if (text === null) apply(run, { kind: 'welcomed', line })
  else run.wires.get(line)?.socket?.send(text)
}

function heartbeat<Item, Context>(run: Run<Item, Context>, line: number): void {
  const wire = run.wires.get(line)
  if (wire === undefined) return
  const at = run.ports.clock.monotonic()
  wire.pingedAt = at
  const text = run.options.feed.heartbeat(String(Math.round(at)))
  if (text === null) wire.socket?.ping()
  else wire.socket?.send(text)
}

function tellUp<Item, Context>(run: Run<Item, Context>, line: number): void {
  const wire = run.wires.get(line)
  if (wire === undefined) return
  run.log.info('stream is up', { generation: wire.generation })
  run.hooks.onUp(wire.generation)
}

/** From here on nothing the socket says is heard. */
function detach<Item, Context>(run: Run<Item, Context>, line: number): Wire | undefined {
  const wire = run.wires.get(line)
  run.wires.delete(line)
  return wire
}
