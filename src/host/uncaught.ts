import { redactNamed } from '../node/log/named-secrets.ts'

/** Hands on every error that nobody caught: a throw in a timer or a listener, a promise that nobody awaited. */
export function catchTheRest(program: Pick<NodeJS.Process, 'on'>, take: (error: unknown) => void): void {
  program.on('uncaughtException', take)
  program.on('unhandledRejection', take)
}

/** An error as a log keeps it: with its trace where it has one. */
export function traceOf(error: unknown): string {
  return redactNamed(error instanceof Error ? (error.stack ?? String(error)) : String(error))
}

/** An error as a person is told of it. */
export function messageOf(error: unknown): string {
  return redactNamed(error instanceof Error ? error.message : String(error))
}
