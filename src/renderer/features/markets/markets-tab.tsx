export function MarketsTab() {
  return null
}
