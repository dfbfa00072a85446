import type { Configuration } from 'electron-builder'
import { publisher } from '../publisher.ts'
import { packedFiles } from './files.ts'

type LinuxParts = Required<Pick<Configuration, 'linux' | 'appImage' | 'deb' | 'rpm'>>

const SYNOPSIS = 'Watches crypto-futures accounts live, read-only'

/** What Electron itself links against, and libsecret, which holds the exchange keys. */
const DEB_DEPENDS = [
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0',
  'libuuid1',
  'libsecret-1-0',
]
const RPM_DEPENDS = [
  'gtk3',
  'libnotify',
  'nss',
  'libXScrnSaver',
  '(libXtst or libXtst6)',
  'xdg-utils',
  'at-spi2-core',
  '(libuuid or libuuid1)',
  '(libsecret or libsecret-1-0)',
]
/** Where GNOME runs, a tray is shown only with this extension; keys want a running keyring. */
const DEB_RECOMMENDS = ['gnome-keyring | kwalletmanager', 'gnome-shell-extension-appindicator | plasma-workspace']

/** The Linux packages. The desktop's file is named as the program, so windows find their icon. */
export function linuxConfig(): LinuxParts {
  return {
    linux: {
      target: ['AppImage', 'deb', 'rpm'],
      executableName: 'tidemark',
      icon: 'resources/icons',
      files: packedFiles('linux'),
      category: 'Office;Finance',
      synopsis: SYNOPSIS,
      maintainer: publisher.maintainer,
      vendor: publisher.copyright.replace(/^Copyright © \d+ /, ''),
      desktop: { entry: desktopEntry },
    },
    // Without a word of ours the menu entry would start the app outside Chromium’s sandbox.
    appImage: { executableArgs: [] },
    deb: { depends: DEB_DEPENDS, recommends: DEB_RECOMMENDS, packageCategory: 'misc', priority: 'optional' },
    rpm: { depends: RPM_DEPENDS, packageCategory: 'Applications/Office' },
  }
}

const desktopEntry = {
  Name: 'Tidemark',
  GenericName: 'Futures account monitor',
  'GenericName[ru]': 'Монитор фьючерсных счетов',
  'GenericName[bg]': 'Монитор на фючърсни сметки',
  'Comment[ru]': 'Следит за счетами криптофьючерсов вживую, только чтение',
  'Comment[bg]': 'Следи сметки за криптофючърси на живо, само за четене',
  Keywords: 'crypto;futures;portfolio;positions;',
  StartupNotify: 'true',
  SingleMainWindow: 'true',
}
