import { app, BrowserWindow, dialog, Menu, nativeTheme, screen } from 'electron'
import { acceptLinks } from '../electron-link.ts'
import type { Shell } from '../shell.ts'
import { askAfterCrashes } from './ask-after-crashes.ts'
import { contextItems } from './context-items.ts'
import { createCrashes } from './crashes.ts'
import { displaysOf } from './displays.ts'
import { createMainWindow, type MainWindow } from './main-window.ts'
import { staysInTray } from './stays-in-tray.ts'
import { groundOf } from './window-options.ts'

type Around = Pick<Shell, 'choices' | 'clock' | 'desk' | 'leaving' | 'log' | 'places' | 'problems' | 'voice'>

/** The app's window among its other parts: served by the engine, hidden or closed, brought back after a crash. */
export function openWindow(around: Around, preload: string): MainWindow {
  const { choices, clock, desk, log, places, voice } = around
  const crashes = createCrashes({
    monotonic: clock.monotonic,
    log,
    rebuild: () => {
      places.pageGone('return')
      window.rebuild()
    },
    ask: () => askAfterCrashes(dialog, voice),
    giveUp: () => window.destroy(),
  })
  const window = createMainWindow({
    make: (options) => withContextMenu(new BrowserWindow(options), voice),
    displays: () => displaysOf(screen),
    choices,
    log,
    preload,
    devTools: app.isPackaged ? 'denied' : 'allowed',
    ground: () => groundOf(voice.theme(), nativeTheme.shouldUseDarkColors ? 'dark' : 'light'),
    closing: () => (!around.leaving.begun() && staysInTray(around) ? 'hide' : 'close'),
    servePage: (contents) => acceptLinks(contents, (link) => desk.accept(link)),
    onCrash: crashes.page,
    onClosed: () => places.pageGone('forget'),
  })
  app.on('child-process-gone', (_, { type, reason }) => crashes.helper(type, reason))
  followTheme(window, voice)
  return window
}

/** Chromium has none of its own here. */
function withContextMenu(window: BrowserWindow, voice: Shell['voice']): BrowserWindow {
  window.webContents.on('context-menu', (_, asked) => {
    const items = contextItems(asked, voice.say)
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
  return window
}

/** The system's frame, menus and dialogs wear the page's theme. */
function followTheme(window: MainWindow, voice: Shell['voice']): void {
  const follow = (): void => {
    nativeTheme.themeSource = voice.theme()
    window.repaint()
  }
  follow()
  voice.onChange(follow)
  nativeTheme.on('updated', () => window.repaint())
}
