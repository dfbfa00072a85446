import { app, Menu, Tray } from 'electron'
import { execFile } from 'node:child_process'
import { assertNever } from '../../shared/result.ts'
import type { Sentence } from '../../shared/sentence.ts'
import type { Shell } from '../shell.ts'
import type { TrayIcon } from './render-tray.ts'
import { watchTrayHost, type RunProgram } from './tray-host.ts'
import { trayFolder, trayImagePath } from './tray-images.ts'
import type { TrayAction } from './tray-model.ts'
import { createTrayFace, type TrayFace } from './tray.ts'

const PAUSE_MS = 3_600_000

/** The real tray, and who shows it: without either the window is the only thing left, and is shown. */
export function openTray(shell: Shell): TrayFace {
  const { platform } = process
  const folder = trayFolder(app)
  const face = createTrayFace({
    createTray: createIcon,
    imagePath: (image) => trayImagePath(folder, platform, image),
    act: (action) => act(shell, action),
    problem: (problem) => tell(shell, problem),
    platform,
    log: shell.log,
  })
  const canAsk = platform === 'linux' && process.env['DBUS_SESSION_BUS_ADDRESS'] !== undefined
  const stopWatching = canAsk ? watchTrayHost(shell.clock, run, (problem) => tell(shell, problem)) : () => undefined
  return {
    draw: face.draw,
    stop: () => {
      stopWatching()
      face.stop()
    },
  }
}

function createIcon(image: string, clicked: () => void): TrayIcon {
  const tray = new Tray(image)
  tray.on('click', clicked)
  return {
    setImage: (path) => tray.setImage(path),
    setToolTip: (text) => tray.setToolTip(text),
    setMenu: (template) => tray.setContextMenu(Menu.buildFromTemplate(template)),
    destroy: () => tray.destroy(),
  }
}

function act({ window, goTo, choices, clock, app: program }: Shell, action: TrayAction): void {
  switch (action.do) {
    case 'show':
      return window.show()
    case 'open':
      return goTo(action.place)
    case 'pause':
      return void choices.change({ pausedUntil: clock.now() + PAUSE_MS })
    case 'resume':
      return void choices.change({ pausedUntil: null })
    case 'quit':
      return program.quit()
    default:
      return assertNever(action)
  }
}

/** A program with neither icon nor window could not be found any more. */
function tell({ problems, window }: Shell, problem: Sentence | null): void {
  problems.set('tray', problem)
  if (problem !== null && !window.isVisible()) window.show()
}

const run: RunProgram = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: 3000, windowsHide: true }, (error, output) =>
      resolve(error === null ? output : null),
    )
  })
