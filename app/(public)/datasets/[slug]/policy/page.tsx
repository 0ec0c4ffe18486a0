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
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { ACTION_ORDER } from '@/lib/review/labels'
import { PolicyText } from '@/components/ui/policy-text'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('catalogue.policy')
  return { title: t('tab') }
}

export default async function PolicyPage({ params }: PageProps<'/datasets/[slug]/policy'>) {
  const { slug } = await params
  const [actor, dataset, t] = await Promise.all([
    currentActor(),
    orNotFound(datasetBySlug(slug)),
    getT('catalogue.policy'),
  ])
  const policy = await policyOf(dataset.id)
  const actionInWords = (code: string) => {
    const action = ACTION_ORDER.find((known) => known === code)
    return action ? t(`action.${action}`) : code
  }
  return (
    <>
      <PageHeader
        title={t('title', { dataset: dataset.name })}
        lead={t.rich('lead', {
          number: String(policy.number),
          since: () => <Timestamp at={policy.at} show="date" />,
          digest: () => <Digest value={policy.digest} copy subject={t('digest')} />,
        })}
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
        actions={
          actor && can(actor, 'policy.edit', dataset.id) ? (
            <LinkButton href={paths.policyEdit(slug)}>{t('edit')}</LinkButton>
          ) : null
        }
      />
      <PolicyText text={policy.text} />
      <Section title={t('reasons')}>
        <Table caption={t('caption')}>
          <TableHead>
            <Th>{t('code')}</Th>
            <Th>{t('category')}</Th>
            <Th>{t('ground')}</Th>
            <Th>{t('allows')}</Th>
          </TableHead>
          <TableBody>
            {policy.reasons.map((reason) => (
              <Tr key={reason.code}>
                <Td label={t('code')}>
                  <code>{reason.code}</code>
                </Td>
                <Td label={t('category')}>
                  <CategoryBadge category={reason.category} />
                </Td>
                <Td label={t('ground')}>
                  {reason.label}
                  {reason.guidance ? <span className="block text-ink-soft">{reason.guidance}</span> : null}
                </Td>
                <Td label={t('allows')}>{reason.actions.map(actionInWords).join(', ')}</Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      </Section>
    </>
  )
}
