/** Holds the place of a figure that is on its way. It says nothing, least of all a zero. */
export function Skeleton() {
  return <span className="skeleton" aria-hidden="true" />
}

/** Holds the place of a table that is on its way. */
export function SkeletonRows() {
  return (
    <div className="skeleton-rows" aria-busy="true">
      <Skeleton />
      <Skeleton />
      <Skeleton />
    </div>
  )
}
