import type { Metadata } from 'next'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { requireMemberPage } from '@/lib/auth/session'
import { PROGRESS } from '@/lib/bulk/labels'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { bulkChoice, BULK_KINDS, type BulkKind } from '@/lib/request-bulk/input'
import { categoryOfKind } from '@/lib/request-bulk/prepare'
import {
  datasetsToDecide,
  requestBulksOf,
  type RequestBulkSummary,
  waitingRequests,
} from '@/lib/request-bulk/queries'
import { PrepareForm } from './prepare-form'
import { nameOf } from './name'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('requestBulk')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RequestBulksPage({ searchParams }: Props) {
  const actor = await requireMemberPage(paths.requestBulks())
  const [given, t, requests] = await Promise.all([searchParams, getT('requestBulk'), getT('requests')])
  const datasets = await datasetsToDecide(actor)
  const trail = [{ href: paths.requests(), label: requests('title') }]
  const { dataset: slug, kind } = bulkChoice.parse(given)
  const chosen = datasets.find((dataset) => dataset.slug === slug) ?? datasets[0]
  if (!chosen)
    return (
      <>
        <PageHeader title={t('title')} trail={trail} />
        <EmptyState title={t('cannot')}>{requests('barred.text')}</EmptyState>
      </>
    )
  const [policy, waiting, bulks] = await Promise.all([
    policyOf(chosen.id),
    waitingRequests(chosen.id, kind),
    requestBulksOf(chosen.id),
  ])
  const category = categoryOfKind(kind)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} trail={trail} />
      <Choose datasets={datasets} chosen={chosen.slug} kind={kind} />
      <Section title={t('prepare.title')}>
        <p className="mb-4">{t('prepare.waiting', { n: waiting })}</p>
        {waiting > 0 ? (
          <PrepareForm
            datasetId={chosen.id}
            kind={kind}
            policyVersionId={policy.id}
            reasons={policy.reasons.filter((reason) => reason.category === category)}
          />
        ) : null}
      </Section>
      {bulks.length > 0 ? <Bulks slug={chosen.slug} bulks={bulks} /> : null}
    </>
  )
}

function Choose({
  datasets,
  chosen,
  kind,
}: {
  datasets: readonly { slug: string; name: string }[]
  chosen: string
  kind: BulkKind
}) {
  const t = useT('requestBulk.choose')
  const label = useT('labels.takedownKind')
  return (
    <form method="get" className="mb-8 flex max-w-form flex-wrap items-end gap-4">
      <Field id="bulk-dataset" label={t('dataset')}>
        {(control) => (
          <Select
            name="dataset"
            defaultValue={chosen}
            options={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
            {...control}
          />
        )}
      </Field>
      <Field id="bulk-kind" label={t('kind')}>
        {(control) => (
          <Select
            name="kind"
            defaultValue={kind}
            options={BULK_KINDS.map((value) => ({ value, label: label(value) }))}
            {...control}
          />
        )}
      </Field>
      <Button type="submit" kind="secondary">
        {t('show')}
      </Button>
    </form>
  )
}

function Bulks({ slug, bulks }: { slug: string; bulks: readonly RequestBulkSummary[] }) {
  const t = useT('requestBulk')
  return (
    <Section title={t('list.title')}>
      <Table caption={t('list.caption')}>
        <TableHead>
          <Th>{t('list.what')}</Th>
          <Th>{t('list.state')}</Th>
          <Th align="end">{t('list.requests')}</Th>
          <Th>{t('list.by')}</Th>
          <Th align="end">{t('list.when')}</Th>
        </TableHead>
        <TableBody>
          {bulks.map((bulk) => (
            <Tr key={bulk.id}>
              <Td>
                <Link href={paths.requestBulk(slug, bulk.id)} className="link">
                  {nameOf(bulk)}
                </Link>
              </Td>
              <Td label={t('list.state')}>
                <StatusBadge progress={PROGRESS[bulk.state]}>{t(`state.${bulk.state}`)}</StatusBadge>
              </Td>
              <Td label={t('list.requests')} align="end">
                <Count value={bulk.total} />
              </Td>
              <Td label={t('list.by')}>{bulk.by}</Td>
              <Td label={t('list.when')} align="end">
                <Timestamp at={bulk.createdAt} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
