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
