/** Ends a subscription, a timer or a listener. Calling it twice is harmless. */
export type Stop = () => void

/**
 * The one transport between a page and the engine: ordered text frames.
 * Implemented over one Electron IPC channel, over WebSocket, and over two arrays in tests.
 */
export interface Link {
  send(text: string): void
  onText(take: (text: string) => void): Stop
  onClose(take: () => void): Stop
  close(): void
}
