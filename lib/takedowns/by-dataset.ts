import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { readOwnLink } from './own-link'
import type { Target } from './parse-targets'

/** Each is a request of its own, with a clock and a letter. */
const MOST_DATASETS = 10

export type OfDataset<T> = { id: string; slug: string; targets: T[] }

/**
 * What somebody named, by the dataset it is in, because a request is about one: a link leads into its own dataset, everything else is in the
 * one that was chosen, which comes first, unless nothing is left for it. A link into a dataset that is not here leads nowhere, and stays.
 */
export async function byDataset<T extends Target>(
  tx: Tx,
  targets: readonly T[],
  chosen: { id: string; slug: string },
): Promise<[OfDataset<T>, ...OfDataset<T>[]]> {
  const slugs = new Set(targets.flatMap((target) => slugOf(target) ?? []))
  slugs.delete(chosen.slug)
  const others =
    slugs.size === 0
      ? []
      : await tx
          .select({ id: dataset.id, slug: dataset.slug })
          .from(dataset)
          .where(inArray(dataset.slug, [...slugs]))
          .orderBy(dataset.slug)
  if (others.length >= MOST_DATASETS)
    throw invalid(say('takedowns.errors.datasets', { max: MOST_DATASETS }), {
      targets: [say('takedowns.errors.datasets', { max: MOST_DATASETS })],
    })
  const theirs = others.map((of) => ({ ...of, targets: targets.filter((one) => slugOf(one) === of.slug) }))
  const elsewhere = new Set(theirs.flatMap((of) => of.targets))
  const own = { ...chosen, targets: targets.filter((target) => !elsewhere.has(target)) }
  const [first, ...rest] = theirs
  return own.targets.length === 0 && first ? [first, ...rest] : [own, ...theirs]
}

const slugOf = (target: Target): string | undefined =>
  target.kind === 'link' ? readOwnLink(target.value)?.slug : undefined
