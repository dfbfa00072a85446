import { useState } from 'react'
import type { AccountRow, KeyRights } from '../../../shared/account-rows.ts'
import type { Result } from '../../../shared/result.ts'
import { useEngineNow } from '../../parts/age.tsx'
import { useFormats } from '../../format/formats.ts'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'

interface AccountEntryProps {
  readonly row: AccountRow
  /** A demo account can be looked at and not changed. */
  readonly fixed: boolean
}

/** One account with what its key may do. */
export function AccountEntry({ row, fixed }: AccountEntryProps) {
  const say = useWords()
  return (
    <li className="account-entry">
      <div className="account-facts">
        <div className="symbol">
          <strong>{row.label}</strong>
          <span className={`badge ${row.badge}`}>{say(`badge.${row.badge}`)}</span>
          <span className="tag">
            {row.venueName} · {say(`environment.${row.environment}`)}
          </span>
        </div>
        {row.rights !== null && <Rights rights={row.rights} />}
        {row.problem !== null && <div className="warn">{say.sentence(row.problem)}</div>}
      </div>
      <Actions row={row} fixed={fixed} />
    </li>
  )
}

const TONE = { 'read-only': 'up', 'can-trade': 'warn', 'can-withdraw': 'down', unknown: 'warn' } as const

export function Rights({ rights }: { readonly rights: KeyRights }) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(10_000)
  const facts = [
    rights.addressBound === null ? null : say(rights.addressBound ? 'settings.bound' : 'settings.unbound'),
    rights.expiresAt === null ? null : say('settings.expires', { day: time.moment(rights.expiresAt) }),
    say('settings.checked', { age: time.age(now - rights.checkedAt) }),
  ]
  return (
    <div className="faint">
      <strong className={TONE[rights.verdict]}>{say(`rights.${rights.verdict}`)}</strong>
      {rights.powers.length > 0 && rights.verdict !== 'read-only' && `: ${rights.powers.join(', ')}`}
      {` · ${facts.filter((fact) => fact !== null).join(' · ')}`}
    </div>
  )
}

function Actions({ row, fixed }: AccountEntryProps) {
  const say = useWords()
  const { client } = usePage()
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const recheck = async (): Promise<void> => {
    setBusy(true)
    const answer: Result<KeyRights> = await client.accounts.recheck({ account: row.account })
    setBusy(false)
    setWrong(answer.ok ? null : say.sentence(answer.failure.sentence))
  }
  return (
    <div className="account-actions">
      {wrong !== null && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
      <button type="button" className="button" disabled={busy} onClick={() => void recheck()}>
        {say(busy ? 'add.checking' : 'settings.recheck')}
      </button>
      <button type="button" className="button" disabled={fixed} onClick={() => setOpen('rename')}>
        {say('settings.rename')}
      </button>
      <button type="button" className="button danger" disabled={fixed} onClick={() => setOpen('remove')}>
        {say('settings.remove')}
      </button>
      {open === 'rename' && <RenameDialog row={row} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveDialog row={row} onClose={() => setOpen(null)} />}
    </div>
  )
}
