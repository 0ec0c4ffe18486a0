import 'server-only'
import type { queueAudience } from '@/db/schema/queues'
import { categoryInText } from '@/lib/detection/category-name'
import { localeOfReader, say } from '@/lib/i18n/say'
import { languageName, UNDETERMINED } from '@/lib/text/language'
import { isSource } from './sources'
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
const common = (chosen: readonly string[], values: readonly string[]) =>
  values.filter((value) => chosen.includes(value))

const RULES: readonly Rule[] = [
  {
    holds: (queue, found) => within(queue.categories, [found.category]),
    says: ({ categories }, { category }) =>
      categories && say('queues.rules.why.category', { category: categoryInText(category) }),
  },
  {
    holds: (queue, found) => queue.minSeverity <= found.severity && found.severity <= queue.maxSeverity,
    says: ({ minSeverity, maxSeverity }, { severity }) =>
      minSeverity > 1 || maxSeverity < 4
        ? say('queues.rules.why.severity', {
            severity: String(severity),
            range: `${minSeverity}–${maxSeverity}`,
          })
        : null,
  },
  {
    holds: (queue, found) => within(queue.detectors, found.detectors),
    says: ({ detectors }, found) =>
      detectors &&
      say('queues.rules.why.detectors', { detectors: common(detectors, found.detectors).join(', ') }),
  },
  {
    holds: (queue, found) => within(queue.sources, found.sources),
    says: ({ sources }, found) =>
      sources &&
      say('queues.rules.why.sources', {
        sources: common(sources, found.sources)
          .map((source) => (isSource(source) ? say(`queues.rules.source.${source}`) : source))
          .join(', '),
      }),
  },
  {
    holds: (queue, found) => within(queue.languages, [found.language]),
    says: ({ languages }, { language }) =>
      languages && say('queues.rules.why.languages', { language: languageInWords(language) }),
  },
]

/** The first queue, in their order, whose conditions all hold. */
export function queueFor<Q extends Queue>(queues: readonly Q[], found: Routed): Q | undefined {
  return queues.find((queue) => RULES.every((rule) => rule.holds(queue, found)))
}

/** "its category is hate and its severity 3 lies in 3–4": why a case is in this queue, or that nothing before it fitted. */
export function whyInQueue(queue: Queue, found: Routed): string {
  const reasons = RULES.flatMap((rule) => rule.says(queue, found) ?? [])
  return reasons.length > 0
    ? reasons.reduce((first, second) => say('queues.rules.why.and', { first, second }))
    : say('queues.rules.why.none')
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
export function conditionsInWords(queue: Queue): string {
  const { categories, minSeverity, maxSeverity, detectors, sources, languages } = queue
  const range = minSeverity === maxSeverity ? `${minSeverity}` : `${minSeverity}–${maxSeverity}`
  const words = [
    categories &&
      say('queues.rules.condition.category', { categories: either(categories.map(categoryInText)) }),
    minSeverity > 1 || maxSeverity < 4 ? say('queues.rules.condition.severity', { range }) : null,
    detectors && say('queues.rules.condition.detectors', { detectors: either(detectors) }),
    sources &&
      say('queues.rules.condition.sources', {
        sources: either(
          sources.map((source) => (isSource(source) ? say(`queues.rules.fromSource.${source}`) : source)),
        ),
      }),
    languages &&
      say('queues.rules.condition.languages', { languages: either(languages.map(languageInWords)) }),
  ].filter((part) => part !== null)
  return words.length > 0 ? words.join('; ') : say('queues.rules.condition.none')
}

const languageInWords = (code: string) =>
  code === UNDETERMINED ? say('queues.rules.notTold') : languageName(code, localeOfReader())

/** "a, b or c" */
const either = (words: readonly string[]) =>
  new Intl.ListFormat(localeOfReader(), { type: 'disjunction' }).format(words)

/** "2 of 3 reviewers, one of them a lead" */
export function quorumInWords({
  quorum,
  slots,
  leadNeeded,
}: Pick<Queue, 'quorum' | 'slots' | 'leadNeeded'>): string {
  if (leadNeeded && slots === 1) return say('queues.rules.quorum.lead')
  const counts = { quorum: String(quorum), slots: String(slots) }
  const votes =
    quorum === 1 && slots === 1
      ? say('queues.rules.quorum.one')
      : say(`queues.rules.quorum.${quorum === slots ? 'agreeing' : 'of'}`, counts)
  return leadNeeded ? say('queues.rules.quorum.withLead', { votes }) : votes
}
