import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/** Runs a program in this terminal, passes signals on to it and ends as it ends. */
export function becomeChild(command, args, env = {}) {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.on('close', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
  return child
}

export { root }
