import { createAuthority } from './certificates.ts'
import { startMailServer } from './mail-server.ts'

/**
 * A mail server in a process of its own, for tests that kill it: `node mail-server-child.ts <folder>`. It says its
 * port and whom to trust in one line of JSON, and each mail it took in one more.
 */
const authority = createAuthority(process.argv[2] ?? '.')
const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const server = await startMailServer('tls', authority.issue('IP:127.0.0.1'), {
  taken: ({ to, text, headers }) => say({ to, text, messageId: headers.get('message-id') }),
})
say({ port: server.port, ca: authority.ca })
