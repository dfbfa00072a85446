import type { Stop } from '../../shared/link.ts'
import type { Face, World } from '../face.ts'
import type { Connected, Peer } from '../simulator.ts'
import { createLimits } from './rest/limits.ts'
import { respond } from './rest/respond.ts'
import { troubleAnswer } from './rest/troubles.ts'
import { createPrivateStreams } from './sockets/private-streams.ts'
import { createPublicStreams } from './sockets/public-streams.ts'
import { parseQuery, pathOf, rawQuery } from './query.ts'

const PUBLIC = /^\/v5\/public\/(linear|inverse)$/

/** The v5 face: REST, public and private streams, all under `/v5`. */
export function createBybitFace(world: World): Face {
  const limits = createLimits()
  const publicStreams = createPublicStreams(world)
  const privateStreams = createPrivateStreams(world)
  let stop: Stop | null = null
  return {
    serves: (path) => path.startsWith('/v5/'),
    respond: (request, whim) => respond(world, limits, request, whim),
    refuse: (trouble) => troubleAnswer(trouble, world.now()),
    connect: (target, _address, peer) => connect(target, peer),
    start: () => {
      stop ??= world.ledger.onChange((change) => privateStreams.changed(change))
    },
    stop: () => {
      stop?.()
      stop = null
      publicStreams.stop()
    },
  }

  function connect(target: string, peer: Peer): Connected {
    const path = pathOf(target)
    const category = PUBLIC.exec(path)?.[1]
    // The pattern lets only these two through.
    if (category !== undefined) return publicStreams.connect(category as 'linear' | 'inverse', peer)
    if (path === '/v5/private') return privateStreams.connect(parseQuery(rawQuery(target)).max_active_time, peer)
    return { kind: 'refused', status: 404, body: '404 page not found' }
  }
}
