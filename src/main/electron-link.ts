import { ipcMain, type IpcMainEvent, type WebContents } from 'electron'
import type { Link, Stop } from '../shared/link.ts'
import { PAGE_ORIGIN } from './page-origin.ts'

/** Must equal the preload's channel, the only one there is. */
const CHANNEL = 'link'

/**
 * Takes connections from one window. Frames count only from that window's main frame at our origin; the end of their
 * document, as by a reload, or of the window ends the connection.
 */
export function acceptLinks(contents: WebContents, accept: (link: Link) => void): Stop {
  const current = { end: null as End | null }

  function close(): void {
    current.end?.closed()
    current.end = null
  }

  function take(event: IpcMainEvent, text: unknown): void {
    if (event.sender !== contents || !isOurPage(event)) return
    if (typeof text !== 'string') return close()
    const end = current.end ?? begin()
    end.heard(text)
  }

  /** Whoever accepts may close at once, as an engine does that is stopped. */
  function begin(): End {
    const end = createEnd(contents, () => (current.end = null))
    current.end = end
    accept(end.link)
    return end
  }

  ipcMain.on(CHANNEL, take)
  // The first moment at which the document is another one: a navigation that only began may still be refused.
  contents.on('did-navigate', close)
  contents.on('render-process-gone', close)
  contents.once('destroyed', close)
  return () => {
    ipcMain.off(CHANNEL, take)
    close()
  }
}

function isOurPage({ senderFrame, sender }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === PAGE_ORIGIN
}

interface End {
  readonly link: Link
  heard(text: string): void
  closed(): void
}

function createEnd(contents: WebContents, onClosed: () => void): End {
  const texts = new Set<(text: string) => void>()
  const closes = new Set<() => void>()

  function closed(): void {
    for (const take of [...closes]) take()
    texts.clear()
    closes.clear()
  }

  function send(text: string | null): void {
    if (!contents.isDestroyed()) contents.send(CHANNEL, text)
  }

  return {
    heard: (text) => {
      for (const take of [...texts]) take(text)
    },
    closed,
    link: {
      send,
      onText: (take) => {
        texts.add(take)
        return () => void texts.delete(take)
      },
      onClose: (take) => {
        closes.add(take)
        return () => void closes.delete(take)
      },
      close: () => {
        send(null)
        onClosed()
        closed()
      },
    },
  }
}
