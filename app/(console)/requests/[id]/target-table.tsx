import Link from 'next/link'
import { Visible } from '@/components/item/visible'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { shortenDigest } from '@/lib/format'
import { paths } from '@/lib/paths'
import { TARGET } from '@/lib/takedowns/labels'
import type { RequestView } from '@/lib/takedowns/queries'

type Target = RequestView['targets'][number]

const STATE = {
  pending: { progress: 'waiting', word: 'Looking' },
  matched: { progress: 'active', word: 'Found' },
  not_found: { progress: 'held', word: 'Not found' },
  kept_out: { progress: 'done', word: 'Kept out' },
  declined: { progress: 'held', word: 'Not kept out' },
} as const

const SHOWN = 10

/** What was named, what it was found to be, and the cases that ask about it. */
export function TargetTable({ slug, targets }: { slug: string; targets: readonly Target[] }) {
  if (targets.length === 0) return <p className="text-sm text-ink-soft">It has been erased.</p>
  return (
    <Table caption="What the request names">
      <TableHead>
        <Th>Named</Th>
        <Th>Found</Th>
        <Th>Cases</Th>
      </TableHead>
      <TableBody>
        {targets.map((target) => (
          <Tr key={target.id}>
            <Td className="wrap-anywhere">
              <span className="text-ink-soft">{TARGET[target.kind].one}</span>
              <br />
              <span className="whitespace-pre-wrap">
                <Visible text={target.text} />
              </span>
            </Td>
            <Td label="Found">
              <StatusBadge progress={STATE[target.state].progress}>{STATE[target.state].word}</StatusBadge>
              {target.broad ? <span className="block text-ink-soft">and more than are looked at</span> : null}
            </Td>
            <Td label="Cases">
              <Cases slug={slug} cases={target.cases} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

function Cases({ slug, cases }: { slug: string; cases: Target['cases'] }) {
  if (cases.length === 0) return <span className="text-ink-faint">–</span>
  return (
    <ul className="flex flex-col gap-1">
      {cases.slice(0, SHOWN).map(({ caseId, digest, status, action }) => (
        <li key={caseId}>
          <Link href={paths.reviewCase(slug, caseId)} className="link font-mono">
            {shortenDigest(digest)}
          </Link>{' '}
          <span className="text-ink-soft">{status === 'open' ? 'open' : (action ?? 'decided')}</span>
        </li>
      ))}
      {cases.length > SHOWN ? <li className="text-ink-soft">and {cases.length - SHOWN} more</li> : null}
    </ul>
  )
}
