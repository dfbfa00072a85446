import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'

/** The size of the longest key file there is, with room to spare. */
const MOST_BYTES = 64 * 1024

/** Reads the secret: what is piped in whole (a PEM key has many lines), or one typed line that is not shown. */
export async function readSecret(input: NodeJS.ReadStream, ask: (question: string) => void): Promise<Result<string>> {
  const secret = input.isTTY ? await typed(input, ask) : await piped(input)
  if (secret.trim() === '') return fail({ code: 'invalid', sentence: sentence('command.no-secret') })
  return ok(secret.trim())
}

async function piped(input: NodeJS.ReadStream): Promise<string> {
  let text = ''
  for await (const chunk of input.setEncoding('utf8')) {
    text += String(chunk)
    if (text.length > MOST_BYTES) break
  }
  return text
}

async function typed(input: NodeJS.ReadStream, ask: (question: string) => void): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: true })
  ask('Secret (not shown): ')
  const line = await lines.question('')
  lines.close()
  ask('\n')
  return line
}
