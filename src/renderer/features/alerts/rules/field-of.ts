import type { RuleDraft } from './draft.ts'

const FIELDS: Readonly<Record<string, keyof RuleDraft>> = {
  name: 'name',
  instrument: 'instrument',
  account: 'account',
  price: 'price',
  fraction: 'percent',
  rate: 'percent',
  amount: 'amount',
  asset: 'asset',
  value: 'value',
  withinMs: 'minutes',
  forMs: 'seconds',
  withinDays: 'days',
  hysteresis: 'hysteresis',
  coolDownMs: 'coolDown',
  channels: 'channels',
  quietHours: 'quietHours',
  recovery: 'recovery',
}

/** The field of the form that a failure of the engine's is about; null where it is about none. */
export function fieldOf(path: string | undefined): keyof RuleDraft | null {
  const last = path?.split('.').at(-1) ?? ''
  return FIELDS[last] ?? null
}
