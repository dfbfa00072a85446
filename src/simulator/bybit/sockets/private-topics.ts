import type { Category } from '../names.ts'

export type PrivateKind = 'order' | 'execution' | 'execution.fast' | 'position' | 'wallet' | 'greeks'

/** A private topic: everything, or one category of it. */
export interface PrivateTopic {
  readonly name: string
  readonly kind: PrivateKind
  readonly category: Category | 'spot' | 'option' | null
}

const KINDS: Readonly<Record<PrivateKind, readonly string[]>> = {
  order: ['linear', 'inverse', 'spot', 'option'],
  execution: ['linear', 'inverse', 'spot', 'option'],
  'execution.fast': ['linear', 'inverse', 'spot', 'option'],
  position: ['linear', 'inverse', 'option'],
  wallet: [],
  greeks: [],
}

export function privateTopic(name: string): PrivateTopic | null {
  for (const kind of Object.keys(KINDS) as readonly PrivateKind[]) {
    if (name === kind) return { name, kind, category: null }
    const category = KINDS[kind].find((each) => name === `${kind}.${each}`)
    // The categories above are exactly those of the type.
    if (category !== undefined) return { name, kind, category: category as Category }
  }
  return null
}

/** All-in-one and categorised topics of one kind exclude each other. */
export function conflicts(topic: PrivateTopic, others: readonly PrivateTopic[]): boolean {
  return others.some(({ kind, category }) => kind === topic.kind && (category === null) !== (topic.category === null))
}

export function topicMatches(topic: PrivateTopic, kind: PrivateKind, category: Category | null): boolean {
  return topic.kind === kind && (topic.category === null || topic.category === category)
}
