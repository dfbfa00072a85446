/** Why something that was asked for did not happen. */
export function Wrong({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <p className="wrong" role="alert">
      {text}
    </p>
  )
}
