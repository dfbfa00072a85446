import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/**
 * Runs a command quietly, telling on stderr that it runs and for how long; what it printed is shown only if it fails.
 * Progress goes to stderr so that the command behind `npm run` keeps stdout to itself.
 */
export function runWithProgress(what, command, args, options = {}) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const live = process.stderr.isTTY
  process.stderr.write(live ? `${what} …` : `${what} …\n`)
  const ticker = setInterval(() => {
    if (live) process.stderr.write(`\r${what} … ${seconds()} s`)
    else if (seconds() % 20 === 0) process.stderr.write(`${what} … ${seconds()} s\n`)
  }, 1000)
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const output = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    const end = () => {
      clearInterval(ticker)
      if (live) process.stderr.write('\r\x1b[K')
    }
    child.on('error', (error) => {
      end()
      reject(new Error(`${what} failed: ${command} could not be started (${error.message}).`))
    })
    child.on('close', (code) => {
      end()
      const text = Buffer.concat(output).toString()
      if (code === 0) resolve(text)
      else reject(new Error(`${what} failed:\n${text.slice(-8000)}`))
    })
  })
}
