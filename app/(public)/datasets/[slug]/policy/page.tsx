import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Digest } from '@/components/ui/digest'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { can } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { PolicyText } from '@/components/ui/policy-text'

export const metadata: Metadata = { title: 'Policy' }

export default async function PolicyPage({ params }: PageProps<'/datasets/[slug]/policy'>) {
  const { slug } = await params
  const [actor, dataset] = await Promise.all([currentActor(), orNotFound(datasetBySlug(slug))])
  const policy = await policyOf(dataset.id)
  return (
    <>
      <PageHeader
        title={`Policy of ${dataset.name}`}
        lead={
          <>
            Version {policy.number}, in force since <Timestamp at={policy.at} show="date" />. Every decision
            names the version it was made under:{' '}
            <Digest value={policy.digest} copy subject="policy version" />
          </>
        }
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
        actions={
          actor && can(actor, 'policy.edit', dataset.id) ? (
            <LinkButton href={paths.policyEdit(slug)}>Make a new version</LinkButton>
          ) : null
        }
      />
      <PolicyText text={policy.text} />
      <Section title="Reason codes">
        <Table caption="Grounds a decision can name">
          <TableHead>
            <Th>Code</Th>
            <Th>Category</Th>
            <Th>Ground</Th>
            <Th>Allows</Th>
          </TableHead>
          <TableBody>
            {policy.reasons.map((reason) => (
              <Tr key={reason.code}>
                <Td label="Code">
                  <code>{reason.code}</code>
                </Td>
                <Td label="Category">
                  <CategoryBadge category={reason.category} />
                </Td>
                <Td label="Ground">
                  {reason.label}
                  {reason.guidance ? <span className="block text-ink-soft">{reason.guidance}</span> : null}
                </Td>
                <Td label="Allows">{reason.actions.join(', ')}</Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      </Section>
    </>
  )
}
