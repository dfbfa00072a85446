import type { Client, LiveReader } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { OpenCalls } from './open-calls.ts'
import type { OpenLives } from './open-lives.ts'

/**
 * The contract's names as functions, made on the fly so that the page carries no schema: one argument asks,
 * an argument and a reader opens a live. The engine refuses a name it does not know.
 */
export function createClient(calls: OpenCalls, lives: OpenLives): Client<AppContract> {
  const entry =
    (path: string) =>
    (input: unknown, reader?: LiveReader<unknown>): unknown =>
      reader === undefined ? calls.ask(path, input) : lives.open(path, input, reader)
  const group = (name: string): object => new Proxy({}, { get: (_, member) => entry(`${name}.${String(member)}`) })
  // A Proxy has no static shape; `Client<AppContract>` is what it answers to.
  return new Proxy({}, { get: (_, name) => group(String(name)) }) as Client<AppContract>
}
