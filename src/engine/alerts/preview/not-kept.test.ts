import { expect, it } from 'vitest'
import { CASES } from '../test/every-alert.ts'
import { whyNotKept, type UnkeptKind } from './not-kept.ts'

const KEPT = /^(price-|drawdown|daily-loss|fill|liquidation$|transfer|balance-)/
const kinds = [...new Set(CASES.map(([, { kind }]) => kind).filter((kind) => !KEPT.test(kind)))]

it.each(kinds)('%s has a reason of its own', (kind) => {
  // The others were left out.
  expect(whyNotKept(kind as UnkeptKind).id).toMatch(/^preview\.no-(?!history)/)
})
