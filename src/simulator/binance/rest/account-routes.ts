import { approximate } from '../../../shared/decimal.ts'
import { fail, ok } from '../../../shared/result.ts'
import { settingsOf } from '../../ledger/defaults.ts'
import type { Order } from '../../ledger/order.ts'
import type { Contract } from '../../market/contract.ts'
import { symbolOf } from '../names.ts'
import { accountAnswer, balanceRows } from './balance-rows.ts'
import { income } from './income-rows.ts'
import { keyRights } from './key-rights.ts'
import { allAlgoOrders, allOrders } from './order-history.ts'
import { algoRow, orderRow } from './order-rows.ts'
import { positionRisk } from './position-rows.ts'
import { refusals } from './refusal.ts'
import { namedContract, type AccountCall, type Outcome, type Route } from './route.ts'
import { standingOf } from './standing.ts'
import { userTrades } from './trade-rows.ts'

const signed = (path: string, handle: (call: AccountCall) => Outcome): Route => ({
  method: 'GET',
  path,
  security: 'signed',
  handle,
})
const keyed = (method: 'POST' | 'PUT' | 'DELETE', handle: (call: AccountCall) => Outcome): Route => ({
  method,
  path: '/fapi/v1/listenKey',
  security: 'key',
  handle,
})

/** Everything that belongs to one account (endpoint pages under "Account" and "User Data Streams"). */
export const accountRoutes: readonly Route[] = [
  signed('/fapi/v3/balance', ({ account, world, now }) => ok(balanceRows(account, world.market, now))),
  signed('/fapi/v3/account', ({ account, world, now }) => ok(accountAnswer(account, world.market, now))),
  signed('/fapi/v3/positionRisk', positionsAnswer),
  signed('/fapi/v1/accountConfig', accountConfig),
  signed('/fapi/v1/symbolConfig', symbolConfig),
  signed('/fapi/v1/leverageBracket', leverageBracket),
  signed('/fapi/v1/openOrders', (call) => orders(call, (order) => order.status !== 'untriggered', orderRow)),
  signed('/fapi/v1/openAlgoOrders', (call) => orders(call, (order) => order.status === 'untriggered', algoRow)),
  signed('/fapi/v1/allOrders', allOrders),
  signed('/fapi/v1/allAlgoOrders', allAlgoOrders),
  signed('/fapi/v1/userTrades', userTrades),
  signed('/fapi/v1/income', income),
  signed('/sapi/v1/account/apiRestrictions', ({ key, account }) => ok(keyRights(key, account))),
  keyed('POST', ({ listenKeys, account }) => ok({ listenKey: listenKeys.issue(account.id) })),
  keyed('PUT', keepListenKey),
  keyed('DELETE', ({ listenKeys, account }) => {
    listenKeys.expire(account.id)
    return ok({})
  }),
]

function keepListenKey({ listenKeys, account }: AccountCall): Outcome {
  const listenKey = listenKeys.keep(account.id)
  return listenKey === null ? fail(refusals.noListenKey) : ok({ listenKey })
}

function positionsAnswer(call: AccountCall): Outcome {
  const contract = namedContract(call)
  if (!contract.ok) return contract
  const { account, world, now } = call
  const rows = positionRisk(account, world.market, standingOf(account, world.market, now).figures, now)
  const symbol = contract.value === null ? null : symbolOf(contract.value)
  return ok(rows.filter((row) => symbol === null || row.symbol === symbol))
}

/** States of the account, not of the key: `canWithdraw` says nothing about what the key may do. */
function accountConfig({ account }: AccountCall): Outcome {
  const { positions, assets } = account.state().modes
  return ok({
    feeTier: 0,
    canTrade: true,
    canDeposit: true,
    canWithdraw: true,
    dualSidePosition: positions === 'hedge',
    updateTime: 0,
    multiAssetsMargin: assets === 'multi',
    tradeGroupId: -1,
  })
}

function symbolConfig(call: AccountCall): Outcome {
  return perContract(call, (contract) => {
    const settings = settingsOf(call.account, call.account.state(), contract.id)
    return {
      symbol: symbolOf(contract),
      marginType: settings.margin === 'cross' ? 'CROSSED' : 'ISOLATED',
      isAutoAddMargin: false,
      leverage: approximate(settings.leverage),
      maxNotionalValue: '40000000',
    }
  })
}

/** Numbers, not strings; one bracket, as the simulator's contracts have one maintenance rate. */
function leverageBracket(call: AccountCall): Outcome {
  return perContract(call, (contract) => ({
    symbol: symbolOf(contract),
    notionalCoef: 1,
    brackets: [
      {
        bracket: 1,
        initialLeverage: approximate(contract.maxLeverage),
        notionalCap: 40_000_000,
        notionalFloor: 0,
        maintMarginRatio: approximate(contract.maintenanceRate),
        cum: 0,
      },
    ],
  }))
}

function perContract(call: AccountCall, row: (contract: Contract) => unknown): Outcome {
  const named = namedContract(call)
  if (!named.ok) return named
  return ok((named.value === null ? call.world.market.listed('binance') : [named.value]).map(row))
}

function orders(
  call: AccountCall,
  wanted: (order: Order) => boolean,
  row: (order: Order, contract: Contract) => unknown,
): Outcome {
  const named = namedContract(call)
  if (!named.ok) return named
  const { market } = call.world
  const open = [...call.account.state().orders.values()]
    .filter(wanted)
    .filter((order) => named.value === null || order.contract === named.value.id)
  return ok(open.map((order) => row(order, market.contract(order.contract))))
}
