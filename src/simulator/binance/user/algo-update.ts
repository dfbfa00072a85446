import { ZERO } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Order } from '../../ledger/order.ts'
import type { Contract } from '../../market/contract.ts'
import { onGrid } from '../format.ts'
import { algoStatus } from '../order-status.ts'
import { algoId, algoKind, orderId, positionSide, symbolOf, timeInForce } from '../names.ts'
import { sideOf, workingType } from '../rest/order-rows.ts'
import type { UserEvent } from './user-event.ts'

/** ALGO_UPDATE: conditional orders live in a service of their own since 2025-12. */
export function algoUpdate(order: Order, contract: Contract, at: Time): UserEvent {
  const status = algoStatus(order)
  const alive = status === 'TRIGGERED' || status === 'FINISHED'
  return {
    e: 'ALGO_UPDATE',
    T: at,
    E: at + 1,
    o: {
      caid: order.clientId,
      aid: algoId(order),
      at: 'CONDITIONAL',
      o: algoKind(order),
      s: symbolOf(contract),
      S: sideOf(order),
      ps: positionSide(order.slot),
      f: timeInForce(order),
      q: onGrid(order.quantity, contract.step),
      X: status,
      ai: alive ? String(orderId(order)) : '',
      ap: onGrid(order.averagePrice, contract.tick),
      aq: onGrid(order.filled, contract.step),
      act: alive ? order.kind.toUpperCase() : '',
      tp: onGrid(order.trigger?.price ?? ZERO, contract.tick),
      p: onGrid(order.price ?? ZERO, contract.tick),
      V: 'EXPIRE_MAKER',
      wt: workingType(order),
      pm: 'NONE',
      cp: order.closePosition,
      pP: false,
      R: order.reduceOnly,
      tt: alive ? at : 0,
      gtd: 0,
      rm: order.status === 'rejected' ? 'Order would immediately trigger.' : '',
      ia: false,
    },
  }
}
