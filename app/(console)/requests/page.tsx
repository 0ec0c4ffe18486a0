import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import type { Member } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { requestsFilter } from '@/lib/takedowns/input'
import { KINDS } from '@/lib/takedowns/kinds'
import { KIND } from '@/lib/takedowns/labels'
import { listRequests } from '@/lib/takedowns/queries'
import { RequestTable } from './request-table'

export const metadata: Metadata = { title: 'Takedown requests' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RequestsPage({ searchParams }: Props) {
  const actor = await requireMemberPage(paths.requests())
  const given = await searchParams
  const filter = requestsFilter.parse(given)
  const { rows, next } = await listRequests(actor, filter)
  const link = (change: Record<string, string | undefined>) =>
    paths.requests({ state: filter.state, kind: filter.kind, dataset: filter.dataset, ...change })
  return (
    <>
      <PageHeader
        title="Takedown requests"
        lead="Confirmed requests about your datasets. You decide about their items in triage; the answer goes out by itself."
      />
      <Tabs
        label="Which requests"
        tabs={(['open', 'closed', 'all'] as const).map((state) => ({
          href: link({ state }),
          label: STATE[state],
          current: filter.state === state,
        }))}
      />
      <nav aria-label="Kind of request" className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[undefined, ...KINDS].map((kind) => (
          <Link
            key={kind ?? 'all'}
            href={link({ kind })}
            aria-current={filter.kind === kind ? 'true' : undefined}
            className="text-ink-soft underline-offset-3 hover:underline aria-[current]:font-medium aria-[current]:text-ink"
          >
            {kind ? KIND[kind] : 'Every kind'}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? <Nothing actor={actor} /> : <RequestTable rows={rows} />}
      <Pager
        olderHref={next && link({ after: next })}
        newerHref={given.after ? link({}) : null}
        newer="Newest"
      />
    </>
  )
}

function Nothing({ actor }: { actor: Member }) {
  if (!can(actor, 'restricted.handle') && datasetsWhere(actor, 'takedown.view').length === 0)
    return (
      <EmptyState title="You cannot see requests">
        Only leads and maintainers of a dataset see what people ask about it. A case says when somebody has
        asked.
      </EmptyState>
    )
  return (
    <EmptyState title="No requests here">
      Anybody can ask for something to be taken out, without an account. Their requests appear here once their
      address is confirmed.
    </EmptyState>
  )
}

const STATE = { open: 'Open', closed: 'Closed', all: 'All' }
