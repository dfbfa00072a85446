import type { RestFault } from './faults.ts'
import type { VenueName } from './market/contract.ts'

export interface RestWish {
  readonly venue?: VenueName | undefined
  readonly pathPrefix: string
  /** How many requests; infinite until healed. */
  readonly times: number
  readonly fault: RestFault
}

/** What the next requests are answered with instead of the truth; the oldest wish that fits is spent first. */
export interface RestDesk {
  spoil(wish: RestWish): void
  take(venue: VenueName, path: string): RestFault | null
  heal(): void
}

export function createRestDesk(): RestDesk {
  let wishes: readonly RestWish[] = []
  return {
    spoil: (wish) => {
      wishes = [...wishes, wish]
    },
    take: (venue, path) => {
      const found = wishes.find((wish) => {
        return (wish.venue === undefined || wish.venue === venue) && path.startsWith(wish.pathPrefix)
      })
      if (found === undefined) return null
      wishes = wishes.flatMap((wish) => (wish === found ? spent(wish) : [wish]))
      return found.fault
    },
    heal: () => {
      wishes = []
    },
  }
}

function spent(wish: RestWish): readonly RestWish[] {
  return wish.times > 1 ? [{ ...wish, times: wish.times - 1 }] : []
}
