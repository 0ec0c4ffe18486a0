import type { TakedownKind } from './attestations'
import type { Target } from './parse-targets'

/**
 * Kinds whose requester may be protecting themselves from the people who made the dataset. Their maintainers get what has to be found in
 * their dataset, and nothing that says who asks.
 */
const ABOUT_THEMSELVES: readonly TakedownKind[] = ['privacy', 'opt_out', 'publicity']

const isAboutThemselves = (kind: TakedownKind): boolean => ABOUT_THEMSELVES.includes(kind)

/** What is written in words, or can be a name, an account or a telephone number: a lonely number in a list is read as a source id. */
const IN_WORDS: readonly Target['kind'][] = ['quote', 'near', 'author', 'source_id']

/** Whether what was named is shown to somebody who does not read who asks; else they see its kind. */
export const showsWhatIsNamed = (kind: TakedownKind, target: Pick<Target, 'kind'>): boolean =>
  !isAboutThemselves(kind) || !IN_WORDS.includes(target.kind)

/** The message about what maintainers see of a request of this kind, under `takedowns.readers`. */
export const maintainersSee = (kind: TakedownKind): 'maintainers' | 'maintainersOfPlaces' =>
  isAboutThemselves(kind) ? 'maintainersOfPlaces' : 'maintainers'
