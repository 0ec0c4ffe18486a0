import type { Metadata } from 'next'
import Link from 'next/link'
import { ActionButton } from '@/components/form/action-button'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { requireMemberPage } from '@/lib/auth/session'
import { type CategoryRow, listCategories } from '@/lib/flags/queries'
import { paths } from '@/lib/paths'
import { exportsFor } from '@/lib/review/exports'
import { parseQueue } from '@/lib/review/filters'
import { type SavedView, tablePreferenceOf, teamsToShareWith, viewsFor } from '@/lib/review/saved-views'
import { env } from '@/lib/runtime/env'
import { chooseDefaultViewAction, deleteViewAction, saveViewAction } from './actions'
import { chipsOf, ORDER_LABELS } from '../filter-links'
import { ChangeView } from './change-view'
import { ExportRecords } from './export-records'

export const metadata: Metadata = { title: 'Views' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Filters, orders and columns of the triage table that were kept under a name, one's own and those of the teams. */
export default async function ViewsPage({ searchParams }: Props) {
  const { from } = await searchParams
  const query = typeof from === 'string' ? from : null
  const actor = await requireMemberPage(paths.triageViews(query ?? undefined))
  const [views, preference, shared, categories, records] = await Promise.all([
    viewsFor(actor),
    tablePreferenceOf(actor),
    teamsToShareWith(actor),
    listCategories(),
    exportsFor(actor),
  ])
  const teams = shared.map(({ id, name }) => ({ value: id, label: `The team of ${name}` }))
  return (
    <>
      <PageHeader
        title="Views"
        trail={[{ href: paths.triageQueue(query ?? ''), label: 'Triage' }]}
        lead="A view keeps which cases you look at, in which order and with which columns. A lead can share one with the team of a dataset."
      />
      {query === null ? null : (
        <Section title="Keep what you were looking at">
          <div className="max-w-form">
            <p className="mb-4 text-sm text-ink-soft">{inWords(query, categories)}</p>
            <Form action={saveViewAction}>
              <input type="hidden" name="query" value={query} />
              <TextField name="name" label="Name" autoComplete="off" />
              {teams.length > 0 ? (
                <SelectField
                  name="datasetId"
                  label="For"
                  hint="For a team it is about the cases of its dataset."
                  options={[{ value: '', label: 'Only me' }, ...teams]}
                />
              ) : null}
              <SubmitButton>Save this view</SubmitButton>
            </Form>
          </div>
        </Section>
      )}
      <Section title="Saved views">
        {views.length === 0 ? (
          <EmptyState title="No views yet">
            Filter and sort the table, then choose “Save this view” beside it.
          </EmptyState>
        ) : (
          <Table caption="Saved views">
            <TableHead>
              <Th>Name</Th>
              <Th>What it shows</Th>
              <Th>Whose</Th>
              <Th>Actions</Th>
            </TableHead>
            <TableBody>
              {views.map((view) => (
                <ViewRow
                  key={view.id}
                  view={view}
                  words={inWords(view.query, categories)}
                  isDefault={view.id === preference.defaultView}
                  teams={teams}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </Section>
      <ExportRecords records={records} inWords={(filter) => inWords(filter, categories)} />
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
  const fields = { viewId: view.id }
  return (
    <Tr>
      <Td>
        <Link href={paths.triageView(view.id, view.query)} className="link font-medium">
          {view.name}
        </Link>{' '}
        {isDefault ? <Badge>opens first</Badge> : null}
      </Td>
      <Td label="Shows">{words}</Td>
      <Td label="Whose">{view.team ? `${view.team.name}, by ${view.by}` : 'only you'}</Td>
      <Td>
        <div className="flex flex-wrap items-start gap-2">
          <ActionButton
            action={chooseDefaultViewAction}
            fields={{ viewId: isDefault ? '' : view.id }}
            size="sm"
            kind="quiet"
          >
            {isDefault ? 'Do not open first' : 'Open first'}
            <span className="sr-only">: {view.name}</span>
          </ActionButton>
          <CopyButton
            text={`${env().url}${paths.triageView(view.id, view.query)}`}
            label="Copy link"
            subject={`to ${view.name}`}
          />
          {view.mayChange ? (
            <>
              <ChangeView view={view} teams={teams} />
              <ActionButton action={deleteViewAction} fields={fields} size="sm" kind="quiet">
                Delete<span className="sr-only"> {view.name}</span>
              </ActionButton>
            </>
          ) : null}
        </div>
      </Td>
    </Tr>
  )
}

/** "Hate · Severity high · most severe first" */
function inWords(query: string, categories: readonly CategoryRow[]): string {
  const filters = parseQueue(query)
  const chips = chipsOf(filters, categories).map(({ label }) => label)
  const order = ORDER_LABELS.get(filters.sort) ?? filters.sort
  return [...(chips.length > 0 ? chips : ['All open cases']), order.toLowerCase()].join(' · ')
}
