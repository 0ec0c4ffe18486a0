import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { exportsFor } from '@/lib/review/exports'
import { parseQueue } from '@/lib/review/filters'
import { type QueueName, queueNames } from '@/lib/review/queue-names'
import { type SavedView, tablePreferenceOf, teamsToShareWith, viewsFor } from '@/lib/review/saved-views'
import { env } from '@/lib/runtime/env'
import { chooseDefaultViewAction, deleteViewAction, saveViewAction } from './actions'
import { chipsOf, ORDERS } from '../filter-links'
import { ChangeView } from './change-view'
import { ExportRecords } from './export-records'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('views')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Filters, orders and columns of the triage table that were kept under a name, one's own and those of the teams. */
export default async function ViewsPage({ searchParams }: Props) {
  const { from } = await searchParams
  const query = typeof from === 'string' ? from : null
  const actor = await requireMemberPage(paths.triageViews(query ?? undefined))
  const [views, queues, preference, shared, records, t, triage] = await Promise.all([
    viewsFor(actor),
    queueNames(actor),
    tablePreferenceOf(actor),
    teamsToShareWith(actor),
    exportsFor(actor),
    getT('views'),
    getT('triage'),
  ])
  const teams = shared.map(({ id, name }) => ({ value: id, label: t('team', { name }) }))
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.triageQueue(query ?? ''), label: triage('title') }]}
        lead={t('lead')}
      />
      {query === null ? null : (
        <Section title={t('keep')}>
          <div className="max-w-form">
            <p className="mb-4 text-sm text-ink-soft">{inWords(query, queues)}</p>
            <Form action={saveViewAction}>
              <input type="hidden" name="query" value={query} />
              <TextField name="name" label={t('name')} autoComplete="off" />
              {teams.length > 0 ? (
                <SelectField
                  name="datasetId"
                  label={t('audience')}
                  hint={t('audienceHint')}
                  options={[{ value: '', label: t('onlyMe') }, ...teams]}
                />
              ) : null}
              <SubmitButton>{t('save')}</SubmitButton>
            </Form>
          </div>
        </Section>
      )}
      <Section title={t('table.caption')}>
        {views.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
        ) : (
          <Table caption={t('table.caption')}>
            <TableHead>
              <Th>{t('name')}</Th>
              <Th>{t('table.what')}</Th>
              <Th>{t('table.whose')}</Th>
              <Th>{t('table.actions')}</Th>
            </TableHead>
            <TableBody>
              {views.map((view) => (
                <ViewRow
                  key={view.id}
                  view={view}
                  words={inWords(view.query, queues)}
                  isDefault={view.id === preference.defaultView}
                  teams={teams}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </Section>
      <ExportRecords records={records} inWords={(query) => inWords(query, queues)} />
    </>
  )
}

function ViewRow({
  view,
  words,
  isDefault,
  teams,
}: {
  view: SavedView
  words: string
  isDefault: boolean
  teams: { value: string; label: string }[]
}) {
  const t = useT('views.table')
  const name = { name: view.name, hidden: (words: ReactNode) => <span className="sr-only">{words}</span> }
  const fields = { viewId: view.id }
  return (
    <Tr>
      <Td>
        <Link href={paths.triageView(view.id, view.query)} className="link font-medium">
          {view.name}
        </Link>{' '}
        {isDefault ? <Badge>{t('opensFirst')}</Badge> : null}
      </Td>
      <Td label={t('whatShort')}>{words}</Td>
      <Td label={t('whose')}>
        {view.team ? t('teamBy', { team: view.team.name, name: view.by }) : t('onlyYou')}
      </Td>
      <Td>
        <div className="flex flex-wrap items-start gap-2">
          <ActionButton
            action={chooseDefaultViewAction}
            fields={{ viewId: isDefault ? '' : view.id }}
            size="sm"
            kind="quiet"
          >
            {t.rich(isDefault ? 'openNotFirst' : 'openFirst', name)}
          </ActionButton>
          <CopyButton
            text={`${env().url}${paths.triageView(view.id, view.query)}`}
            label={t('copyLink')}
            subject={t('copyLinkTo', { name: view.name })}
          />
          {view.mayChange ? (
            <>
              <ChangeView view={view} teams={teams} />
              <ActionButton action={deleteViewAction} fields={fields} size="sm" kind="quiet">
                {t.rich('delete', name)}
              </ActionButton>
            </>
          ) : null}
        </div>
      </Td>
    </Tr>
  )
}

/** "Hate · Severity high · most severe first" */
function inWords(query: string, queues: readonly QueueName[]): string {
  const filters = parseQueue(query)
  const chips = chipsOf(filters, queues).map(({ label }) => label)
  const [, order] = ORDERS.find(([sort]) => sort === filters.sort) ?? []
  return [
    ...(chips.length > 0 ? chips : [say('views.allOpen')]),
    order ? say(`triage.order.${order}`).toLowerCase() : filters.sort,
  ].join(' · ')
}
