import type { Decimal } from '../../shared/decimal.ts'

/** JSON text that stands in a document as it is. Made by `JSON.rawJSON`, which Node 24 has and TypeScript does not know. */
export interface RawJson {
  readonly rawJSON: string
}

interface RawJsonMaker {
  rawJSON(text: string): RawJson
}

/** An amount as a JSON number with exactly its digits; null stays null. */
export function exactNumber(amount: Decimal | null): RawJson | null {
  // The language has it (ECMAScript "JSON.parse source text access"); the type library does not yet.
  return amount === null ? null : (JSON as unknown as RawJsonMaker).rawJSON(jsonNumber(amount))
}

/** JSON allows no superfluous leading zeros. */
function jsonNumber(amount: Decimal): string {
  return amount.replace(/^(-?)0+(?=\d)/, '$1')
}
