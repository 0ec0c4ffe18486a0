import { Facet } from '@/components/table/facets'
import type { DatasetOption } from '@/lib/datasets/options'
import { LOG_TYPES, logTypeLabel } from '@/lib/log/labels'

/** What to show of the log: kinds of entries and datasets, as links. */
export function LogFacets({
  filter,
  datasets,
  href,
}: {
  filter: { type?: string; dataset?: string }
  datasets: readonly DatasetOption[]
  href: (filter: { type?: string; dataset?: string }) => string
}) {
  const { type, dataset } = filter
  return (
    <div className="flex flex-col gap-2">
      <Facet
        title="What"
        options={[
          { href: href({ dataset }), label: 'Everything', active: !type },
          ...LOG_TYPES.map((id) => ({
            href: href({ type: id, dataset }),
            label: logTypeLabel(id),
            active: type === id,
          })),
        ]}
      />
      <Facet
        title="Dataset"
        options={[
          { href: href({ type }), label: 'All', active: !dataset },
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
