import { expect, it } from 'vitest'
import { readCopy, type Installation } from './copy.ts'

const appImage: Installation = {
  platform: 'linux',
  isPackaged: true,
  executable: '/tmp/.mount_Tide/tidemark',
  environment: { APPIMAGE: '/home/me/Tidemark.AppImage', APPDIR: '/tmp/.mount_Tide' },
  packageType: null,
  feed: 'built-in',
}
const kindOf = (over: Partial<Installation>) => readCopy({ ...appImage, ...over })

it.each([
  ['an AppImage', {}, 'self', 'appimage'],
  ['a Windows installation', { platform: 'win32' }, 'self', 'nsis'],
  ['a Mac app', { platform: 'darwin' }, 'self', 'mac'],
  ['a deb', { packageType: 'deb' }, 'package', 'package'],
  ['an rpm', { packageType: 'rpm' }, 'package', 'package'],
  ['an unpacked folder', { environment: {} }, 'fixed', null],
  ['a copy without a feed', { feed: 'none' }, 'fixed', null],
  ['a program run from its sources', { isPackaged: false }, 'fixed', null],
  ['one run from its sources with a feed of its own', { isPackaged: false, feed: 'chosen' }, 'self', 'appimage'],
  ['an unpacked folder started from another AppImage', { executable: '/opt/tidemark/tidemark' }, 'fixed', null],
  ['an AppImage of no absolute path', { environment: { APPIMAGE: 'x', APPDIR: '/tmp/.mount_Tide' } }, 'fixed', null],
  ['a folder beside the one that is mounted', { executable: '/tmp/.mount_Tide2/tidemark' }, 'fixed', null],
] as const)('knows %s', (_, over, kind, updater) => {
  expect(kindOf(over)).toEqual({ kind, updater })
})
