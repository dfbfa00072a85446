import type { Link } from '../shared/link.ts'

declare global {
  interface Window {
    /** Put there by the desktop app's preload; absent in a browser. */
    readonly engineLink?: Link
  }
}

const KEPT = 'tidemark-token'

/** The engine as this page reaches it: through the desktop app's bridge, or over a WebSocket to the server it came from. */
export function openLink(): Link {
  return (
    window.engineLink ?? socketLink(new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/link`))
  )
}

/** The token from the address's fragment, which is then taken out of the address and kept for this tab alone. */
export function takeToken(): string | null {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
  if (given === undefined) return sessionStorage.getItem(KEPT)
  sessionStorage.setItem(KEPT, given)
  history.replaceState(null, '', location.pathname + location.search)
  return given
}

function socketLink(socket: WebSocket): Link {
  const waiting: string[] = []
  socket.addEventListener('open', () => {
    for (const text of waiting.splice(0)) socket.send(text)
  })
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
      else if (socket.readyState === WebSocket.CONNECTING) waiting.push(text)
    },
    onText: (take) => {
      const listener = (event: MessageEvent<string>): void => take(event.data)
      socket.addEventListener('message', listener)
      return () => socket.removeEventListener('message', listener)
    },
    onClose: (take) => {
      socket.addEventListener('close', take)
      return () => socket.removeEventListener('close', take)
    },
    close: () => socket.close(),
  }
}
