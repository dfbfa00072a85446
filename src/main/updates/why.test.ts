import { expect, it } from 'vitest'
import { explain } from './why.ts'

const failed = (message: string, code?: string) => Object.assign(new Error(message), code === undefined ? {} : { code })

it.each([
  [failed('sha512 checksum mismatch, expected a, got b', 'ERR_CHECKSUM_MISMATCH'), 'update.damaged'],
  [failed('not signed by the application owner: x', 'ERR_UPDATER_INVALID_SIGNATURE'), 'update.unsigned'],
  [failed('Code signature at URL file:///x did not pass validation'), 'update.unsigned'],
  [failed('ENOSPC: no space left on device, write', 'ENOSPC'), 'update.disk-full'],
  [failed("EACCES: permission denied, unlink '/opt/x'", 'EACCES'), 'update.not-writable'],
  [failed('getaddrinfo ENOTFOUND updates.example', 'ENOTFOUND'), 'update.offline'],
  [failed('net::ERR_INTERNET_DISCONNECTED'), 'update.offline'],
  [failed('net::ERR_CERT_AUTHORITY_INVALID'), 'update.not-trusted'],
  [failed('net::ERR_CONTENT_LENGTH_MISMATCH'), 'update.interrupted'],
  [failed('Request has been aborted by the server'), 'update.interrupted'],
  [failed('net::ERR_CONNECTION_RESET'), 'update.interrupted'],
  [failed('500 Internal Server Error\n{...}', 'HTTP_ERROR_500'), 'update.refused'],
  [failed('Cannot find channel "x": HttpError: 404', 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), 'update.no-list'],
  [failed('Unable to find latest version on GitHub', 'ERR_UPDATER_LATEST_VERSION_NOT_FOUND'), 'update.no-list'],
  [failed('Cannot parse update info from latest.yml', 'ERR_UPDATER_INVALID_UPDATE_INFO'), 'update.garbled'],
  [new TypeError('Cannot read properties of null'), 'update.garbled'],
  [failed('Command dpkg exited with code 1'), 'update.failed'],
  ['a text', 'update.failed'],
  [undefined, 'update.failed'],
])('takes %s for %s', (error, id) => {
  expect(explain(error).id).toBe(id)
})

it('finds what the network said within what the library says', () => {
  const wrapped = 'Unable to find latest version on GitHub (https://x/): Error: net::ERR_INTERNET_DISCONNECTED'
  expect(explain(failed(wrapped, 'ERR_UPDATER_LATEST_VERSION_NOT_FOUND')).id).toBe('update.offline')
})

it('names the status by which a server refused, and takes none from an address', () => {
  const error = failed('Cannot download "https://x.example/404/a.AppImage", status 503: Busy')
  expect(explain(error)).toEqual({ id: 'update.refused', values: { status: '503' } })
  expect(explain(failed('Cannot open "https://x.example/ENOSPC"')).id).toBe('update.failed')
})

it('takes nothing from what a server wrote into its answer', () => {
  expect(explain(failed('500 Busy\nENOSPC sha512 checksum mismatch', 'HTTP_ERROR_500')).id).toBe('update.refused')
})
