import type { TakedownKind } from '@/lib/takedowns/attestations'

/** Kinds that answer another request, or take it back: nothing in the dataset is looked for on their account. */
export const isAnswering = (kind: TakedownKind): boolean => kind === 'counter_notice' || kind === 'retraction'
