import type { VenueName } from './market/contract.ts'

export interface DoorWish {
  readonly venue?: VenueName | undefined
  readonly pathPrefix: string
  readonly times: number
  readonly status: number
}

/** Refuses the next connections at the handshake. */
export interface Doors {
  shut(wish: DoorWish): void
  /** The HTTP status this connection is refused with, or null. */
  take(venue: VenueName, path: string): number | null
  heal(): void
}

export function createDoors(): Doors {
  let wishes: readonly DoorWish[] = []
  return {
    shut: (wish) => {
      wishes = [...wishes, wish]
    },
    take: (venue, path) => {
      const fits = (wish: DoorWish): boolean => (wish.venue ?? venue) === venue && path.startsWith(wish.pathPrefix)
      const found = wishes.find(fits)
      wishes = wishes.flatMap((wish) => (wish === found ? spent(wish) : [wish]))
      return found?.status ?? null
    },
    heal: () => {
      wishes = []
    },
  }
}

function spent(wish: DoorWish): readonly DoorWish[] {
  return wish.times > 1 ? [{ ...wish, times: wish.times - 1 }] : []
}
