import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { cannot } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { formatCount } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { SOURCE } from '@/lib/suppression/labels'
import { exclusionsOf, type ExclusionView } from '@/lib/takedowns/exclusions'

export const metadata: Metadata = { title: 'Standing exclusions' }

export default async function ExclusionsPage({ params }: PageProps<'/datasets/[slug]/exclusions'>) {
  const { slug } = await params
  const actor = await requireMemberPage(paths.exclusions(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'takedown.view', dataset.id)
  const exclusions = denied ? [] : await exclusionsOf(actor, dataset.id)
  return (
    <>
      <PageHeader
        title="Standing exclusions"
        lead="Sources that upheld opt-outs keep out of every revision and release. Which they are is stored as a fingerprint that nobody can read back; rows are held against it at import and when a release is made."
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
      />
      {denied ? (
        <EmptyState title="You cannot see these">{denied}</EmptyState>
      ) : exclusions.length === 0 ? (
        <EmptyState title="No source is kept out">
          An opt-out that is upheld in triage makes the first one.
        </EmptyState>
      ) : (
        <Exclusions slug={slug} exclusions={exclusions} />
      )}
    </>
  )
}

function Exclusions({ slug, exclusions }: { slug: string; exclusions: readonly ExclusionView[] }) {
  return (
    <Table caption="Standing exclusions, those in force first">
      <TableHead>
        <Th>About</Th>
        <Th>State</Th>
        <Th>Request</Th>
        <Th align="end">Items in the newest revision</Th>
        <Th align="end">Since</Th>
        <Th>To end it</Th>
      </TableHead>
      <TableBody>
        {exclusions.map(({ id, kind, since, endedAt, caseId, request, items }) => (
          <Tr key={id}>
            <Td>{SOURCE[kind]}</Td>
            <Td label="State">
              {endedAt ? (
                <StatusBadge progress="held">ended</StatusBadge>
              ) : (
                <StatusBadge progress="done">in force</StatusBadge>
              )}
            </Td>
            <Td label="Request">
              {request ? (
                <Link href={paths.request(request.id)} className="link">
                  {request.reference}
                </Link>
              ) : (
                '–'
              )}
            </Td>
            <Td label="Items in the newest revision" align="end">
              {formatCount(items)}
            </Td>
            <Td label="Since" align="end">
              <Timestamp at={since} />
            </Td>
            <Td label="To end it">
              {endedAt ? (
                <Timestamp at={endedAt} />
              ) : (
                <Link href={paths.reviewCase(slug, caseId)} className="link">
                  Decide its case otherwise
                </Link>
              )}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
