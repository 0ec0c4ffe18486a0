import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Button, buttonClass } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import { queueOf, type TriageFilters } from '@/lib/review/filters'
import type { SavedView } from '@/lib/review/saved-views'
import type { Scope } from '@/lib/review/scope'
import { SearchForm } from './search-form'
import { updateViewAction } from './views/actions'

/** Saved views as links, and what can be done with the table as it stands. */
export function TableTools({
  filters,
  views,
  canExport,
  searched,
}: {
  filters: TriageFilters
  views: readonly SavedView[]
  canExport: boolean
  /** Datasets whose texts may be searched. */
  searched: readonly Scope[]
}) {
  const t = useT('triage.tools')
  const here = queueOf(filters)
  const current = views.find(({ id }) => id === filters.view)
  const changed = current && queueOf({ ...filters, view: undefined, search: undefined }) !== current.query
  return (
    <div className="no-print mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {views.length > 0 ? (
        <nav aria-label={t('views')} className="flex flex-wrap items-center gap-1">
          <ViewLink
            href={paths.triage({ view: 'all' })}
            label={t('allOpen')}
            active={here === '' || here === 'view=all'}
          />
          {views.map((view) => (
            <ViewLink
              key={view.id}
              href={paths.triageView(view.id, view.query)}
              label={view.name}
              active={view === current}
            />
          ))}
        </nav>
      ) : null}
      {changed && current.mayChange ? (
        <ActionButton
          action={updateViewAction}
          fields={{ viewId: current.id, query: here }}
          size="sm"
          kind="quiet"
        >
          {t('update', { name: current.name })}
        </ActionButton>
      ) : null}
      <span className="flex flex-wrap items-center gap-1 sm:ms-auto">
        <SearchForm
          datasets={searched.map(({ datasetId, name }) => ({ id: datasetId, name }))}
          chosen={searched.find(({ slug }) => slug === filters.dataset)?.datasetId}
        />
        <Link href={paths.triageViews(here)} className={buttonClass({ kind: 'quiet', size: 'sm' })}>
          {t('save')}
        </Link>
        <Link href={paths.triageColumns(here)} className={buttonClass({ kind: 'quiet', size: 'sm' })}>
          {t('columns')}
        </Link>
        {canExport ? <ExportMenu queue={here} /> : null}
      </span>
    </div>
  )
}

function ViewLink({ href, label, active }: { href: string; label: string; active: boolean }) {
  return (
    <Link
      href={href}
      aria-current={active ? 'true' : undefined}
      className={`rounded-md px-2 py-1 ${active ? 'bg-accent-soft font-medium text-accent' : 'hover:bg-sunken'}`}
    >
      {label}
    </Link>
  )
}

/** A plain form: the browser saves what comes, script or no script. */
function ExportMenu({ queue }: { queue: string }) {
  const t = useT('triage.tools')
  return (
    <details className="relative">
      <summary className={`${buttonClass({ kind: 'quiet', size: 'sm' })} cursor-pointer`}>
        {t('export')}
      </summary>
      <form
        method="post"
        action={paths.triageExport()}
        className="absolute end-0 z-30 mt-1 flex w-64 flex-col gap-3 rounded-md border border-line-strong bg-surface p-4 shadow-over"
      >
        <p className="text-ink-soft">{t('exportText')}</p>
        <input type="hidden" name="queue" value={queue} />
        <span className="flex gap-2">
          <Button type="submit" name="format" value="csv" size="sm">
            {t('csv')}
          </Button>
          <Button type="submit" name="format" value="jsonl" size="sm">
            {t('jsonl')}
          </Button>
        </span>
      </form>
    </details>
  )
}
