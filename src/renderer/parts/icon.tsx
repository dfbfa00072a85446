const PATHS = {
  account: 'M3 7h18v12H3zM3 7l2-3h14l2 3M16 13h2',
  markets: 'M4 19V9M9 19V5M14 19v-7M19 19V8M2 21h20',
  bell: 'M6 16V11a6 6 0 0112 0v5l1.500 2h-15zM10 21h4',
  system: 'M3 12h4l2-6 4 12 2-6h6',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4v6M6 14v6',
  eye: 'M2 12s3.5-7 10-7 10 7 10 7-3.5 7-10 7S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z',
  'eye-off':
    'M3 3l18 18M10 5.2A10 10 0 0112 5c6.500 0 10 7 10 7a17 17 0 01-3 3.700M6 7.500A17 17 0 002 12s3.500 7 10 7a9.500 9.500 0 004-.900',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500L19 19M19 5l-1.500 1.500M6.500 17.500L5 19',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16.500 16.500L21 21',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  columns: 'M4 4h16v16H4zM10 4v16M15 4v16',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10.500a3 3 0 100 6 3 3 0 000-6z',
  close: 'M5 5l14 14M19 5L5 19',
  down: 'M6 9l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  grip: 'M9 6h.010M15 6h.010M9 12h.010M15 12h.010M9 18h.010M15 18h.010',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing beside words or on a named button; never the only carrier of meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}

export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" fill="none" aria-hidden="true">
      <path d="M2 7h20" stroke="var(--accent)" strokeWidth="1.6" strokeDasharray="2.5 2.5" />
      <path
        d="M2 17c3.3 0 3.3-5.500 6.600-5.500S12 17 15.200 17 18.700 9 22 9"
        stroke="var(--text)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  )
}
