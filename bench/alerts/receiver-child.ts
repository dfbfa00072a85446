import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Takes whatever is posted, in a process of its own, and says on its IPC channel when each request was there whole. */
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const arrived = process.hrtime.bigint()
    response.writeHead(204).end()
    process.send?.({ arrived: String(arrived) })
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
