/** Topics per frame: well under every limit Bybit states, so that one bad topic takes few others with it. */
const TOPICS_PER_FRAME = 20

/** Docs: https://bybit-exchange.github.io/docs/v5/ws/connect#how-to-subscribe-to-topics */
export function subscribeFrames(topics: readonly string[], id: string): readonly string[] {
  return frames('subscribe', topics, id)
}

export function unsubscribeFrames(topics: readonly string[], id: string): readonly string[] {
  return frames('unsubscribe', topics, id)
}

/** A text frame: Bybit hangs up after ten minutes on a client that sends only protocol-level pings. */
export function heartbeatFrame(id: string): string {
  return JSON.stringify({ req_id: id, op: 'ping' })
}

function frames(op: string, topics: readonly string[], id: string): readonly string[] {
  const made: string[] = []
  for (let start = 0; start < topics.length; start += TOPICS_PER_FRAME) {
    made.push(JSON.stringify({ req_id: id, op, args: topics.slice(start, start + TOPICS_PER_FRAME) }))
  }
  return made
}
