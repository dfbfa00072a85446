import type { FillRow, FlowRow } from '../../../shared/account-rows.ts'
import { absenceKey } from '../../../shared/alert-rows.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { sentence, type SentenceKey } from '../../../shared/sentence.ts'
import { csvText, type CsvCell } from '../../../shared/text/csv.ts'
import { utf8 } from '../../../shared/text/utf8.ts'
import type { Desk, Documents } from '../compose.ts'
import type { Attachment } from '../../ports/channel.ts'
import type { Store } from '../../ports/store.ts'
import type { EngineState } from '../../state.ts'
import { factsIn, type AccountStretch } from './facts-in.ts'
import { ABSENCE } from './told-absence.ts'

const MOST_ROWS = 10_000
/** Without it spreadsheets do not take the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** The report of an absence carries the fills and the funding of it, as they are stored when it is sent. */
export function createAbsenceDocuments(
  store: Pick<Store, 'fills' | 'flows'>,
  state: Pick<EngineState, 'accounts' | 'alerts'>,
): Documents {
  return ({ kind, at, account }, desk) => {
    const key = absenceKey({ from: at, account })
    const absence = kind === ABSENCE.rule ? state.alerts.absences.get(key) : undefined
    const facts = absence === undefined ? [] : newestFacts(store, absence)
    return facts.length === 0 ? [] : [documentOf(facts, at, state, desk)]
  }
}

type Fact = FillRow | FlowRow

/** One more than a document holds, where there are more. */
function newestFacts(store: Pick<Store, 'fills' | 'flows'>, stretch: AccountStretch): readonly Fact[] {
  const fills = factsIn((query) => store.fills(query), stretch)
  const funding = factsIn((query) => store.flows(query), stretch).filter(({ kind }) => kind === 'funding')
  return [...fills, ...funding].sort((a, b) => b.at - a.at).slice(0, MOST_ROWS + 1)
}

function documentOf(
  facts: readonly Fact[],
  from: number,
  { accounts }: Pick<EngineState, 'accounts'>,
  { translate, mode }: Desk,
): Attachment {
  const lines = facts
    .slice(0, MOST_ROWS)
    .toReversed()
    .map((fact) => lineOf(fact, nameOf(fact.account, accounts)))
  const cut =
    facts.length > MOST_ROWS ? [[translate(sentence('absence.document-cut', { rows: String(MOST_ROWS) }))]] : []
  const text = csvText([COLUMNS.map((column) => translate(sentence(column))), ...lines, ...cut])
  const moment = new Date(from).toISOString().slice(0, 19).replaceAll(':', '-')
  const name = `Tidemark-${translate(sentence('absence.document-name'))}-${moment}.csv`
  return { name: mode === 'demo' ? `DEMO-${name}` : name, type: 'text/csv', bytes: utf8(BYTE_ORDER_MARK + text) }
}

const COLUMNS: readonly SentenceKey[] = [
  'absence.document-time',
  'absence.document-account',
  'absence.document-exchange',
  'absence.document-symbol',
  'absence.document-kind',
  'absence.document-side',
  'absence.document-price',
  'absence.document-quantity',
  'absence.document-fee',
  'absence.document-fee-asset',
  'absence.document-realised',
  'absence.document-funding',
  'absence.document-funding-asset',
]

type Named = readonly [account: string, exchange: string | null]

function nameOf(account: AccountId, accounts: EngineState['accounts']): Named {
  const known = accounts.get(account)
  return known === undefined ? [account, null] : [known.label, known.venueName]
}

function lineOf(fact: Fact, named: Named): readonly CsvCell[] {
  return 'fill' in fact ? fillLine(fact, named) : fundingLine(fact, named)
}

function fillLine(fill: FillRow, named: Named): readonly CsvCell[] {
  const { at, symbol, cause, side, price, quantity, fee, feeAsset, realisedPnl } = fill
  return [at, ...named, symbol, cause, side, price, quantity, fee, feeAsset, realisedPnl, null, null]
}

function fundingLine({ at, symbol, kind, amount, asset }: FlowRow, named: Named): readonly CsvCell[] {
  return [at, ...named, symbol, kind, null, null, null, null, null, null, amount, asset]
}
