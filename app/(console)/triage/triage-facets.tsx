import { useLocale, useT } from '#i18n'
import { Facet as FacetList, type FacetOption } from '@/components/table/facets'
import { CategoryMark } from '@/components/ui/category-badge'
import { Severity } from '@/components/ui/severity'
import type { CategoryRow } from '@/lib/flags/queries'
import type { Facet, Facets } from '@/lib/review/facets'
import type { TriageFilters } from '@/lib/review/filters'
import type { QueueName } from '@/lib/review/queue-names'
import type { Scope } from '@/lib/review/scope'
import { languageName } from '@/lib/text/language'
import { ORDERS, withFilter } from './filter-links'

/** Detectors and kinds of findings are many; those beyond this are found by first choosing a category. */
const MOST_OPTIONS = 12

/** Every way to order and narrow the table, as links. On a phone they wait behind a button. */
export function TriageFacets(props: Props) {
  const t = useT('triage.facets')
  return (
    <>
      <aside
        aria-label={t('label')}
        className="hidden lg:sticky lg:top-4 lg:block lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto"
      >
        <FacetLists {...props} />
      </aside>
      <details className="mb-4 lg:hidden">
        <summary className="w-fit rounded-md border border-line-strong bg-surface px-3 py-1.5 text-sm font-medium">
          {t('open')}
        </summary>
        <div className="mt-3">
          <FacetLists {...props} />
        </div>
      </details>
    </>
  )
}

type Props = {
  filters: TriageFilters
  facets: Facets
  scopes: readonly Scope[]
  categories: readonly CategoryRow[]
  queues: readonly QueueName[]
}

function FacetLists({ filters, facets, scopes, categories, queues }: Props) {
  const t = useT('triage')
  const labels = useT('labels')
  const locale = useLocale()
  const option = optionsFor(filters)
  const officer = scopes.some((scope) => scope.restricted)
  const shown = categories.filter((category) => officer || !category.restricted)
  const waits = queuesInView(filters, scopes, queues)
  return (
    <>
      <h2 className="sr-only">{t('facets.heading')}</h2>
      <FacetList
        title={t('order.title')}
        options={ORDERS.map(([sort, name]) => ({
          label: t(`order.${name}`),
          href: withFilter(filters, { sort }),
          active: filters.sort === sort,
        }))}
      />
      <FacetList
        title={t('columns.status')}
        options={(['open', 'decided'] as const).map((status) =>
          option(
            'status',
            filters.status,
            facets.status,
            status,
            labels(`caseStatus.${status}`),
            status === 'open' ? undefined : status,
          ),
        )}
      />
      <FacetList
        title={t('facets.due')}
        options={[
          {
            label: t('facets.overdue'),
            href: withFilter(filters, { overdue: filters.overdue ? undefined : 'yes' }),
            active: filters.overdue !== undefined,
          },
        ]}
      />
      <FacetList
        title={t('columns.category')}
        options={shown.map(({ id, label }) =>
          option(
            'category',
            filters.category,
            facets.category,
            id,
            <span data-category={id} className="inline-flex items-center gap-2">
              <span className="text-hue">
                <CategoryMark category={id} />
              </span>
              {label}
            </span>,
          ),
        )}
      />
      <FacetList
        title={t('columns.severity')}
        options={([4, 3, 2, 1] as const).map((level) =>
          option(
            'severity',
            filters.severity?.toString(),
            facets.severity,
            String(level),
            <Severity level={level} word />,
          ),
        )}
      />
      <FacetList
        title={t('columns.language')}
        options={found('language', filters.language, facets.language, (code) => languageName(code, locale))}
      />
      {scopes.length > 1 ? (
        <FacetList
          title={t('columns.dataset')}
          options={scopes.map(({ datasetId, slug, name }) =>
            option('dataset', filters.dataset, facets.dataset, datasetId, name, slug),
          )}
        />
      ) : null}
      {waits.length > 0 ? (
        <FacetList
          title={t('facets.queue')}
          options={waits.map(({ id, name }) => option('queue', filters.queue, facets.queue, id, name))}
        />
      ) : null}
      <FacetList title={t('facets.finding')} options={found('type', filters.type, facets.type)} />
      <FacetList
        title={t('facets.detector')}
        options={found('detector', filters.detector, facets.detector)}
      />
    </>
  )

  function found(
    name: string,
    chosen: string | undefined,
    facet: Facet,
    label: (value: string) => string = (value) => value,
  ): FacetOption[] {
    const values = [...facet.counts.keys()].slice(0, MOST_OPTIONS)
    if (chosen && !values.includes(chosen)) values.unshift(chosen)
    return values.map((value) => option(name, chosen, facet, value, label(value)))
  }
}

/** Those of the one dataset that is looked at: each has its own, and many of them the same names. */
function queuesInView(
  { dataset, queue }: TriageFilters,
  scopes: readonly Scope[],
  queues: readonly QueueName[],
): readonly QueueName[] {
  const [only, more] = scopes.filter(({ slug }) => dataset === undefined || slug === dataset)
  if (!only || more) return []
  return queues.filter(
    ({ id, datasetId, retired }) => datasetId === only.datasetId && (!retired || id === queue),
  )
}

/** Choosing an active value takes it away. */
const optionsFor =
  (filters: TriageFilters) =>
  (
    name: string,
    chosen: string | undefined,
    facet: Facet,
    value: string,
    label: React.ReactNode,
    param: string | undefined = value,
  ): FacetOption => {
    const count = facet.counts.get(value) ?? 0
    const active = chosen === value || (param !== undefined && chosen === param)
    return {
      href: withFilter(filters, { [name]: active && name !== 'status' ? undefined : param }),
      active,
      count,
      label,
    }
  }
