import type { Metadata } from 'next'
import { useT } from '#i18n'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { copiesOf, countCopies } from '@/lib/copies/queries'
import { cannotVet } from '@/lib/copies/vet'
import { datasetBySlug } from '@/lib/datasets/queries'
import { MAX_MARGIN_DAYS } from '@/lib/fulfilment/labels'
import { placesOf } from '@/lib/fulfilment/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { marginAction } from './actions'
import { HolderTable } from './holder-table'
import { Places } from './places'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('copies.team')
  return { title: t('title') }
}

export default async function DatasetCopiesPage({ params }: PageProps<'/datasets/[slug]/copies'>) {
  const [{ slug }, t] = await Promise.all([params, getT('copies.team')])
  const actor = await requireMemberPage(paths.datasetCopies(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannotVet(actor, dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('title')} trail={[{ href: paths.dataset(slug), label: dataset.name }]} />
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      </>
    )
  const maintains = can(actor, 'release.publish', dataset.id)
  const [rows, count, places] = await Promise.all([
    copiesOf(actor, dataset.id),
    countCopies(dataset.id),
    placesOf(dataset.id),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
        lead={t('lead')}
      />
      <Section title={t('holders')}>
        {rows.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <>
            <p className="mb-2">{t('count', { n: count.holders, current: count.current })}</p>
            <p className="mb-4 max-w-prose text-sm text-ink-soft">{t('vetLead')}</p>
            <HolderTable datasetId={dataset.id} rows={rows} />
          </>
        )}
      </Section>
      {maintains ? (
        <>
          <Places datasetId={dataset.id} hosts={places.hosts} />
          <Margin datasetId={dataset.id} days={places.margin} />
        </>
      ) : null}
    </>
  )
}

function Margin({ datasetId, days }: { datasetId: string; days: number }) {
  const t = useT('fulfilment.margin')
  return (
    <Section title={t('title')}>
      <div className="max-w-form">
        <p className="mb-4">{t('lead')}</p>
        <Form action={marginAction}>
          <input type="hidden" name="datasetId" value={datasetId} />
          <input type="hidden" name="opened" value={days} />
          <TextField
            name="days"
            label={t('days')}
            hint={t('hint', { max: MAX_MARGIN_DAYS })}
            inputMode="numeric"
            defaultValue={String(days)}
            autoComplete="off"
          />
          <SubmitButton>{t('submit')}</SubmitButton>
        </Form>
      </div>
    </Section>
  )
}
