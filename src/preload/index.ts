import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Link } from '../shared/link.ts'

/** The page's end of the link: text frames over one fixed channel; null is the end of a connection. */
const CHANNEL = 'link'

function listen(take: (text: string | null) => void): () => void {
  const listener = (_: IpcRendererEvent, text: string | null): void => take(text)
  ipcRenderer.on(CHANNEL, listener)
  return () => void ipcRenderer.off(CHANNEL, listener)
}

const link: Link = {
  send: (text) => ipcRenderer.send(CHANNEL, text),
  onText: (take) => listen((text) => text !== null && take(text)),
  onClose: (take) => listen((text) => text === null && take()),
  close: () => ipcRenderer.send(CHANNEL, null),
}

contextBridge.exposeInMainWorld('engineLink', link)
