import { venueId } from '../../shared/ids.ts'

export const BINANCE = venueId('binance')
/** As people call it, in sentences and on screen. */
export const NAME = 'Binance'
