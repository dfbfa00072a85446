/**
 * Every signed or keyed request this app can make, by exchange. All of them read; a request that is not in this file
 * is refused before it is signed. Public market data needs no key and is not listed.
 */
export const signedReads = {
  bybit: [
    'GET /v5/account/info',
    'GET /v5/account/transaction-log',
    'GET /v5/account/wallet-balance',
    'GET /v5/execution/list',
    'GET /v5/order/history',
    'GET /v5/order/realtime',
    'GET /v5/position/closed-pnl',
    'GET /v5/position/list',
    'GET /v5/user/query-api',
  ],
  binance: [
    'GET /fapi/v1/accountConfig',
    'GET /fapi/v1/allAlgoOrders',
    'GET /fapi/v1/allOrders',
    'GET /fapi/v1/income',
    'GET /fapi/v1/openAlgoOrders',
    'GET /fapi/v1/openOrders',
    'GET /fapi/v1/symbolConfig',
    'GET /fapi/v1/userTrades',
    'GET /fapi/v3/account',
    'GET /fapi/v3/balance',
    'GET /fapi/v3/positionRisk',
    'GET /sapi/v1/account/apiRestrictions',
    // A listenKey opens a stream that can only be read: POST issues it and PUT keeps it alive. No DELETE stands here
    // on purpose: closing a listenKey would also cut the user's other programs off, since an account has only one.
    'POST /fapi/v1/listenKey',
    'PUT /fapi/v1/listenKey',
  ],
} as const
