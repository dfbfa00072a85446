/** Lets a row pass only when it differs from the last one of its key. */
export function changedOnly(): <Row>(key: string, row: Row) => readonly Row[] {
  const last = new Map<string, string>()
  return (key, row) => {
    const text = JSON.stringify(row)
    if (last.get(key) === text) return []
    last.set(key, text)
    return [row]
  }
}
