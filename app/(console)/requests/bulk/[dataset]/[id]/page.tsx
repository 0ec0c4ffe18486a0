import type { Metadata } from 'next'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Detail } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { PROGRESS, UNDO_HOURS } from '@/lib/bulk/labels'
import { formatPercent } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { retold } from '@/lib/i18n/kept'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { isWhy } from '@/lib/request-bulk/labels'
import { requestBulkView, type RequestBulkView } from '@/lib/request-bulk/queries'
import { agreeAction, goOnAction, startAction, stopAction, undoAction } from '../../actions'
import { nameOf } from '../../name'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('requestBulk')
  return { title: t('title') }
}

type Props = { params: Promise<{ dataset: string; id: string }> }

/** One decision on many requests: what it would do, what it does, what it has done. */
export default async function RequestBulkPage({ params }: Props) {
  const { dataset: slug, id } = await params
  const actor = await requireMemberPage(paths.requestBulk(slug, id))
  const view = await orNotFound(requestBulkView(actor, slug, id))
  const [t, requests] = await Promise.all([getT('requestBulk'), getT('requests')])
  return (
    <>
      <PageHeader
        title={nameOf(view)}
        trail={[
          { href: paths.requests(), label: requests('title') },
          { href: paths.requestBulks({ dataset: slug }), label: t('title') },
        ]}
        badges={<StatusBadge progress={PROGRESS[view.state]}>{t(`state.${view.state}`)}</StatusBadge>}
        lead={view.dataset}
      />
      {view.state === 'running' ? <AutoRefresh seconds={2} /> : null}
      <Section title={t(view.state === 'draft' ? 'one.preview' : 'one.result')}>
        <Facts view={view} />
        <Actions view={view} actor={actor} />
      </Section>
      <Skipped view={view} />
      <Sample view={view} />
    </>
  )
}

function Facts({ view }: { view: RequestBulkView }) {
  const t = useT('requestBulk.one')
  const share = formatPercent(view.ofRows > 0 ? view.rows / view.ofRows : 0)
  const done: Detail[] = [
    { term: t(view.kind === 'undo' ? 'takenBack' : 'decided'), detail: <Count value={view.decided} /> },
    { term: t('skipped'), detail: <Count value={view.skipped} /> },
    { term: t('waiting'), detail: <Count value={view.total - view.decided - view.skipped} /> },
  ]
  return (
    <div className="max-w-form">
      <DescriptionList
        items={[
          { term: t('total'), detail: <Count value={view.total} /> },
          ...(view.state === 'draft'
            ? [{ term: t('items'), detail: <Count value={view.openCases} /> }]
            : done),
          { term: t('rows'), detail: t('share', { rows: view.rows, of: view.ofRows, share }) },
        ]}
      />
      {view.stopped ? <p className="mt-3">{t('stopped', { why: retold(view.stopped) })}</p> : null}
    </div>
  )
}

function Actions({ view, actor }: { view: RequestBulkView; actor: Member }) {
  const t = useT('requestBulk.one')
  const { datasetId, id, state, needsSecond, secondBy, second, preparedBy, total } = view
  const fields = { datasetId, bulkId: id }
  const leads = can(actor, 'takedown.handle', datasetId)
  const waits = needsSecond && secondBy === null
  return (
    <div className="mt-5 flex flex-col gap-4">
      {state === 'draft' && needsSecond ? (
        <Callout tone={waits ? 'warn' : 'good'}>
          {waits ? t('second') : t('agreed', { name: second ?? '' })}
        </Callout>
      ) : null}
      {view.stuck ? <Callout tone="warn">{t('failed')}</Callout> : null}
      <div className="flex flex-wrap gap-3">
        {view.stuck && leads ? (
          <ActionButton action={goOnAction} fields={fields} kind="primary" pendingLabel={t('working')}>
            {t('goOn')}
          </ActionButton>
        ) : null}
        {state === 'draft' && waits && preparedBy !== actor.id ? (
          <ActionButton action={agreeAction} fields={fields} kind="primary">
            {t('agree')}
          </ActionButton>
        ) : null}
        {state === 'draft' && leads && !waits ? (
          <ActionButton action={startAction} fields={fields} kind="primary" pendingLabel={t('working')}>
            {t(view.kind === 'undo' ? 'startUndo' : 'start', { n: total })}
          </ActionButton>
        ) : null}
        {(state === 'draft' || state === 'running') && leads ? (
          <ActionButton action={stopAction} fields={fields}>
            {t(state === 'draft' ? 'discard' : 'stop')}
          </ActionButton>
        ) : null}
        {view.undoable && leads ? (
          <ActionButton action={undoAction} fields={fields}>
            {t('undo')}
          </ActionButton>
        ) : null}
      </div>
      {view.undoable && leads ? (
        <p className="text-sm text-ink-soft">{t('undoHint', { hours: UNDO_HOURS })}</p>
      ) : null}
      {state === 'draft' ? null : (
        <p>
          <a href={paths.requestBulkResults(view.slug, id)} className="link">
            {t('csv')}
          </a>
        </p>
      )}
    </div>
  )
}

function Skipped({ view }: { view: RequestBulkView }) {
  const t = useT('requestBulk')
  if (view.counts.length === 0) return null
  return (
    <Section title={t('one.why')}>
      <div className="max-w-form">
        <DescriptionList
          items={view.counts.map(({ why, n }) => ({
            term: isWhy(why) ? t(`why.${why}`) : why,
            detail: <Count value={n} />,
          }))}
        />
      </div>
    </Section>
  )
}

function Sample({ view }: { view: RequestBulkView }) {
  const t = useT('requestBulk.one')
  return (
    <Section title={t('sample')}>
      <Table caption={t('sampleCaption')}>
        <TableHead>
          <Th>{t('request')}</Th>
          <Th align="end">{t('cases')}</Th>
          <Th align="end">{t('sent')}</Th>
        </TableHead>
        <TableBody>
          {view.look.map(({ id, reference, submittedAt, open }) => (
            <Tr key={id}>
              <Td>
                <Link href={paths.request(id)} className="link font-mono">
                  {reference}
                </Link>
              </Td>
              <Td label={t('cases')} align="end">
                <Count value={open} />
              </Td>
              <Td label={t('sent')} align="end">
                <Timestamp at={submittedAt} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
