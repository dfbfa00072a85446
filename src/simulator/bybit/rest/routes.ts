import { accountInfo, queryApi } from './identity-routes.ts'
import { closedPnl, executions, orderHistory, transactionLog } from './history-routes.ts'
import { kline } from './kline-route.ts'
import { instrumentsInfo, serverTime, tickers } from './market-routes.ts'
import { orders, positions, walletBalance } from './standing-routes.ts'
import type { Route } from './reply.ts'

const signed = (perSecond: number, answer: Extract<Route, { access: 'signed' }>['answer']): Route => {
  return { access: 'signed', perSecond, classic: 'refused', answer }
}
const anyAccount = (perSecond: number, answer: Extract<Route, { access: 'signed' }>['answer']): Route => {
  return { access: 'signed', perSecond, classic: 'served', answer }
}

/** Every path this face serves; all are GET. */
export const routes: Readonly<Record<string, Route>> = {
  '/v5/market/time': { access: 'public', answer: serverTime },
  '/v5/market/instruments-info': { access: 'public', answer: instrumentsInfo },
  '/v5/market/tickers': { access: 'public', answer: tickers },
  '/v5/market/kline': { access: 'public', answer: kline },
  '/v5/user/query-api': anyAccount(10, queryApi),
  '/v5/account/info': anyAccount(50, accountInfo),
  '/v5/account/wallet-balance': signed(50, walletBalance),
  '/v5/position/list': signed(50, positions),
  '/v5/order/realtime': signed(50, orders),
  '/v5/order/history': signed(50, orderHistory),
  '/v5/execution/list': signed(50, executions),
  '/v5/position/closed-pnl': signed(50, closedPnl),
  '/v5/account/transaction-log': signed(25, transactionLog),
}
