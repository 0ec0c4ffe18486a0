import { useT } from '#i18n'
import { Facet } from '@/components/table/facets'
import type { DatasetOption } from '@/lib/datasets/options'
import type { EntryType } from '@/lib/log/entries'

/** What to show of the log: kinds of entries and datasets, as links. */
export function LogFacets({
  filter,
  types,
  datasets,
  href,
}: {
  filter: { type?: string; dataset?: string }
  types: readonly EntryType[]
  datasets: readonly DatasetOption[]
  href: (filter: { type?: string; dataset?: string }) => string
}) {
  const { type, dataset } = filter
  const t = useT('log')
  return (
    <div className="flex flex-col gap-2">
      <Facet
        title={t('facets.what')}
        options={[
          { href: href({ dataset }), label: t('facets.everything'), active: !type },
          ...types.map((id) => ({
            href: href({ type: id, dataset }),
            label: t(`type.${id}`),
            active: type === id,
          })),
        ]}
      />
      <Facet
        title={t('facets.dataset')}
        options={[
          { href: href({ type }), label: t('facets.all'), active: !dataset },
          ...datasets.map(({ slug, name }) => ({
            href: href({ type, dataset: slug }),
            label: name,
            active: dataset === slug,
          })),
        ]}
      />
    </div>
  )
}
