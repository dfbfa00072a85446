import { DAY } from '../../market/walk.ts'
import type { KeyRights } from '../../ledger/keys.ts'
import { result, type Reply, type SignedAsk } from './reply.ts'

const MARGIN_MODES = { cross: 'REGULAR_MARGIN', isolated: 'ISOLATED_MARGIN' } as const

/** `/v5/account/info`. */
export function accountInfo({ account }: SignedAsk): Reply {
  const { modes } = account.state()
  return result({
    marginMode: modes.kind === 'portfolio-margin' ? 'PORTFOLIO_MARGIN' : MARGIN_MODES[modes.margin],
    updatedTime: '1697078946000',
    unifiedMarginStatus: modes.kind === 'classic' ? 1 : 5,
    dcpStatus: 'OFF',
    timeWindow: 10,
    smpGroup: 0,
    isMasterTrader: false,
    spotHedgingStatus: 'OFF',
  })
}

/** `/v5/user/query-api`: the arrays stay filled on a read-only key, `readOnly` is what counts. */
export function queryApi({ account, key, now }: SignedAsk): Reply {
  const classic = account.state().modes.kind === 'classic'
  const body = {
    id: String(2_000_000 + (account.user % 100_000)),
    note: key.note,
    apiKey: key.apiKey,
    readOnly: key.rights === 'read-only' ? 1 : 0,
    secret: '',
    permissions: permissions(key.rights),
    ips: ['*'],
    type: 1,
    deadlineDay: 83,
    expiredAt: new Date(now + 83 * DAY).toISOString().replace(/\.\d+/, ''),
    createdAt: new Date(now - 7 * DAY).toISOString().replace(/\.\d+/, ''),
    unified: 0,
    uta: classic ? 0 : 1,
    userID: account.user,
    inviterID: 0,
    vipLevel: 'No VIP',
    mktMakerLevel: '0',
    affiliateID: 0,
    rsaPublicKey: key.signing === 'rsa' ? key.secret : '',
    isMaster: true,
    parentUid: '0',
    kycLevel: 'LEVEL_1',
    kycRegion: 'MYS',
    userIDInt64: '0',
    inviterIDInt64: '0',
    affiliateIDInt64: '0',
  }
  return { kind: 'result', result: body, message: '' }
}

function permissions(rights: KeyRights): Readonly<Record<string, readonly string[]>> {
  const wallet = ['AccountTransfer', 'SubMemberTransfer']
  return {
    ContractTrade: ['Order', 'Position'],
    Spot: ['SpotTrade'],
    Wallet: rights === 'withdraw' ? [...wallet, 'Withdraw'] : rights === 'read-only' ? wallet : [],
    Options: ['OptionsTrade'],
    Derivatives: ['DerivativesTrade'],
    CopyTrading: [],
    BlockTrade: [],
    Exchange: ['ExchangeHistory'],
    NFT: [],
    Affiliate: [],
    Earn: [],
    FiatP2P: [],
    FiatConvertBroker: [],
    FiatGlobalPay: [],
    FiatBitPay: [],
    BitCard: [],
    ByXPost: [],
  }
}
