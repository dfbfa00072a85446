import type { WebSocket } from 'ws'
import type { Link } from '../../shared/link.ts'

/** A WebSocket as a link. Binary frames are not spoken and end it. */
export function socketLink(socket: WebSocket): Link {
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    onText: (take) => {
      const listener = (data: Buffer, isBinary: boolean): void => {
        if (isBinary) socket.close(1003, 'text only')
        else take(data.toString('utf8'))
      }
      socket.on('message', listener)
      return () => void socket.off('message', listener)
    },
    onClose: (take) => {
      socket.on('close', take)
      return () => void socket.off('close', take)
    },
    close: () => socket.close(1000),
  }
}
