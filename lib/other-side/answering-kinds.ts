import type { TakedownKind } from '@/lib/takedowns/attestations'

/**
 * Whether its sender alone may have it back as it was. What is restricted, illegal or ordered by a court is not theirs to dispose of: a
 * person decides about that again, or nobody.
 */
export const isTheirsToTakeBack = ({
  kind,
  restricted,
}: {
  kind: TakedownKind
  restricted: boolean
}): boolean => !restricted && kind !== 'illegal_content' && kind !== 'court_order'

/** Kinds that answer another request, or take it back: nothing in the dataset is looked for on their account. */
export const isAnswering = (kind: TakedownKind): boolean => kind === 'counter_notice' || kind === 'retraction'
