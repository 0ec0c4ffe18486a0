import type { queueAudience } from '@/db/schema/queues'
import { languageName, UNDETERMINED } from '@/lib/text/language'
import type { Action } from './status'

/** A queue as its rules go: which cases it takes, and how they are reviewed. A condition that is null holds always. */
export type Queue = {
  id: string
  ordinal: number
  name: string
  categories: readonly string[] | null
  minSeverity: number
  maxSeverity: number
  detectors: readonly string[] | null
  sources: readonly string[] | null
  languages: readonly string[] | null
  /** Votes for one action that decide a case. */
  quorum: number
  /** Reviewers in one round, at most. */
  slots: number
  leadNeeded: boolean
  blind: boolean
  actions: readonly Action[] | null
  dueHours: number | null
  audience: (typeof queueAudience.enumValues)[number]
  /** Texts stay covered until they are asked for. */
  covered: boolean
}

/** What queues look at in a case. */
export type Routed = {
  category: string
  /** Its name on the screen, where it is explained. */
  categoryLabel?: string
  severity: number
  detectors: readonly string[]
  sources: readonly string[]
  language: string
}

type Rule = {
  holds: (queue: Queue, found: Routed) => boolean
  says: (queue: Queue, found: Routed) => string | null
}

const within = (chosen: readonly string[] | null, values: readonly string[]) =>
  chosen === null || values.some((value) => chosen.includes(value))
const common = (chosen: readonly string[] | null, values: readonly string[]) =>
  values.filter((value) => chosen?.includes(value)).join(', ')

const RULES: readonly Rule[] = [
  {
    holds: (queue, found) => within(queue.categories, [found.category]),
    says: (queue, found) =>
      queue.categories && `its category is ${(found.categoryLabel ?? found.category).toLowerCase()}`,
  },
  {
    holds: (queue, found) => queue.minSeverity <= found.severity && found.severity <= queue.maxSeverity,
    says: (queue, found) =>
      queue.minSeverity > 1 || queue.maxSeverity < 4
        ? `its severity ${found.severity} lies in ${queue.minSeverity}–${queue.maxSeverity}`
        : null,
  },
  {
    holds: (queue, found) => within(queue.detectors, found.detectors),
    says: (queue, found) => queue.detectors && `it was found by ${common(queue.detectors, found.detectors)}`,
  },
  {
    holds: (queue, found) => within(queue.sources, found.sources),
    says: (queue, found) => queue.sources && `it comes from a ${common(queue.sources, found.sources)}`,
  },
  {
    holds: (queue, found) => within(queue.languages, [found.language]),
    says: (queue, found) => queue.languages && `its language is ${languageInWords(found.language)}`,
  },
]

/** The first queue, in their order, whose conditions all hold. */
export function queueFor<Q extends Queue>(queues: readonly Q[], found: Routed): Q | undefined {
  return queues.find((queue) => RULES.every((rule) => rule.holds(queue, found)))
}

/** "its category is hate and its severity 3 lies in 3–4": why a case is in this queue, or that nothing before it fitted. */
export function whyInQueue(queue: Queue, found: Routed): string {
  const reasons = RULES.flatMap((rule) => rule.says(queue, found) ?? [])
  return reasons.length > 0 ? reasons.join(' and ') : 'no queue before it fits'
}

/** Whether no condition keeps a case out: what stands below such a queue is never reached. */
export function takesEverything(
  queue: Pick<Queue, 'categories' | 'minSeverity' | 'maxSeverity' | 'detectors' | 'sources' | 'languages'>,
): boolean {
  const { minSeverity, maxSeverity, categories, detectors, sources, languages } = queue
  const free = [categories, detectors, sources, languages].every((chosen) => chosen === null)
  return free && minSeverity <= 1 && maxSeverity >= 4
}

/** "category is hate or illegal content; severity 3–4": the conditions of a queue, or that it has none. */
export function conditionsInWords(queue: Queue, labels: ReadonlyMap<string, string>): string {
  const { categories, minSeverity, maxSeverity, detectors, sources, languages } = queue
  const severity = minSeverity === maxSeverity ? `${minSeverity}` : `${minSeverity}–${maxSeverity}`
  const words = [
    categories && `category is ${either(categories.map((id) => (labels.get(id) ?? id).toLowerCase()))}`,
    minSeverity > 1 || maxSeverity < 4 ? `severity is ${severity}` : null,
    detectors && `found by ${either(detectors)}`,
    sources && `comes from ${either(sources.map((source) => SOURCE[source] ?? source))}`,
    languages && `language is ${either(languages.map(languageInWords))}`,
  ].filter((part) => part !== null)
  return words.length > 0 ? words.join('; ') : 'everything that is left'
}

const SOURCE: Readonly<Record<string, string>> = {
  detector: 'a detector',
  import: 'a pipeline outside',
  report: 'a report',
  takedown: 'a takedown request',
}

const languageInWords = (code: string) => (code === UNDETERMINED ? 'not told' : languageName(code))

const either = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** "2 of 3 reviewers, one of them a lead" */
export function quorumInWords({
  quorum,
  slots,
  leadNeeded,
}: Pick<Queue, 'quorum' | 'slots' | 'leadNeeded'>): string {
  const votes =
    quorum === 1 && slots === 1
      ? 'one reviewer'
      : quorum === slots
        ? `${quorum} reviewers agreeing`
        : `${quorum} of ${slots} reviewers`
  return leadNeeded ? (slots === 1 ? 'one lead' : `${votes}, one of them a lead`) : votes
}
