import type { ReactNode } from 'react'
import { useT } from '#i18n'

/** A category by shape, word and hue, in this order of importance. */
export function CategoryBadge({ category, label }: { category: string; label?: ReactNode }) {
  return (
    <span
      data-category={category}
      className="inline-flex items-center gap-1.5 rounded-sm bg-hue-soft px-1.5 py-px text-xs font-medium whitespace-nowrap text-hue"
    >
      <CategoryMark category={category} />
      {label ?? <CategoryName category={category} />}
    </span>
  )
}

/** In short; a dataset's own category is shown by its identifier. */
function CategoryName({ category }: { category: string }) {
  const t = useT('forms.category')
  const known = NAMED.find((name) => name === category)
  return known ? t(known) : category.replaceAll('_', ' ')
}

const NAMED = [
  'pii',
  'secrets',
  'copyright',
  'licence',
  'hate',
  'illegal',
  'opt_out',
  'other',
  'child_safety',
  'ncii',
  'restricted',
] as const

/** The shape alone, for places where the word stands next to it. */
export function CategoryMark({ category }: { category: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="size-2.5 shrink-0 fill-current">
      <path d={shapes.get(category) ?? bar} fillRule="evenodd" />
    </svg>
  )
}

const bar = 'M1 4.5h10v3H1z'
const crossed =
  'M1 1h10v10H1zM3.6 2.5 2.5 3.6 4.9 6 2.5 8.4l1.1 1.1L6 7.1l2.4 2.4 1.1-1.1L7.1 6l2.4-2.4-1.1-1.1L6 4.9z'
const shapes: ReadonlyMap<string, string> = new Map([
  ['pii', 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z'],
  ['copyright', 'M1 1h10v10H1z'],
  ['hate', 'M6 .8 11.6 10.8H.4z'],
  ['secrets', 'M6 .2 11.8 6 6 11.8.2 6z'],
  ['licence', 'M3 1h6l3 5-3 5H3L0 6z'],
  ['illegal', 'M3.6.5h4.8l3.1 3.1v4.8l-3.1 3.1H3.6L.5 8.4V3.6zM5.1 2.5v4.6h1.8V2.5zm0 5.6v1.6h1.8V8.1z'],
  ['opt_out', 'M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8zm0 2.2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z'],
  ['child_safety', crossed],
  ['ncii', crossed],
  ['restricted', crossed],
])
