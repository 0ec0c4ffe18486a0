import type { Question } from './question'

/**
 * Whether a claim is about what is listed or about all of the dataset: then what is listed stands for the rest (17 U.S.C.
 * § 512(c)(3)(A)(ii)), and that it is so is declared by itself, because it would take out what others wrote.
 */
export const ofAll = (kind: 'copyright' | 'licence'): readonly Question[] => [
  {
    ...{ name: 'reach', label: `${kind}.reach.label`, hint: `${kind}.reach.hint` },
    ...{ type: 'radio', min: 0, max: 20 },
    options: [
      { value: 'listed', label: `${kind}.reach.listed` },
      { value: 'whole', label: `${kind}.reach.whole` },
    ],
  },
  {
    ...{ name: 'whole', label: `${kind}.whole.label`, missing: `${kind}.whole.missing` },
    ...{ type: 'checks', min: 0, max: 20 },
    when: { name: 'reach', is: 'whole', min: 1 },
    options: [{ value: 'declared', label: `${kind}.whole.declared` }],
  },
]
