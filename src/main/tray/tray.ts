import type { Log } from '../../engine/ports/log.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Speech } from '../words/speech.ts'
import { renderTray, type TrayIcon, type TrayTools } from './render-tray.ts'
import { trayModel, type TrayModel, type TrayState } from './tray-model.ts'

export interface TrayParts extends TrayTools {
  /** May throw, as where the system has no place for icons. */
  createTray(image: string, clicked: () => void): TrayIcon
  readonly platform: NodeJS.Platform
  readonly log: Log
  /** Told why there is no icon, and with null once there is one. */
  problem(problem: Sentence | null): void
}

export interface TrayFace {
  draw(state: TrayState, speech: Speech): void
  stop(): void
}

/** The icon in the tray: made with the first model, drawn anew only where a model differs from the last. */
export function createTrayFace(parts: TrayParts): TrayFace {
  const now = {
    icon: null as TrayIcon | null,
    drawn: null as TrayModel | null,
    phase: 'new' as 'new' | 'made' | 'over',
  }

  function make(model: TrayModel): void {
    try {
      now.icon = parts.createTray(parts.imagePath(model.image), () => clicked(parts))
      now.phase = 'made'
      parts.problem(null)
    } catch (error) {
      now.phase = 'over'
      const why = error instanceof Error ? error.message : String(error)
      parts.log.warn('There is no tray icon', { why })
      parts.problem(sentence('desktop.tray-refused', { why }))
    }
  }

  return {
    draw: (state, speech) => {
      if (now.phase === 'over') return
      const model = trayModel(state, speech)
      if (now.phase === 'new') make(model)
      if (now.icon !== null) renderTray(now.icon, parts, now.drawn, model)
      now.drawn = model
    },
    stop: () => {
      now.icon?.destroy()
      now.icon = null
      now.phase = 'over'
    },
  }
}

/** On macOS a click opens the menu, as everything there does. */
function clicked({ platform, act }: TrayParts): void {
  if (platform !== 'darwin') act({ do: 'show' })
}
