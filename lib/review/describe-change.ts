type Facts = Readonly<Record<string, unknown>>
type Change = {
  change: 'added' | 'changed' | 'moved' | 'retired' | 'settings'
  by: string
  name: string | null
  before: Facts
  after: Facts
}

const FIELD: Readonly<Record<string, string>> = {
  name: 'name',
  categories: 'categories',
  minSeverity: 'lowest severity',
  maxSeverity: 'highest severity',
  detectors: 'detectors',
  sources: 'sources',
  languages: 'languages',
  quorum: 'agreeing votes',
  slots: 'reviewers at most',
  leadNeeded: 'a lead among them',
  blind: 'blind',
  actions: 'allowed actions',
  dueHours: 'hours until due',
  audience: 'reviewed by',
  covered: 'texts covered',
  minAccountDays: 'days an account must be old',
  maintainersReview: 'maintainers may review',
  volunteers: 'anybody may offer to review',
  dailyCaps: 'cases a day',
  viewing: 'how texts are shown',
  goldenEvery: 'one check in',
  goldenWarnBelow: 'a reminder below',
  goldenHoldBelow: 'another reviewer beside below',
  goldenSecondLead: 'checks confirmed by a second lead',
  bandSample: 'sample of a score band',
  bandAgreement: 'agreement a sample has to show',
  throttleShare: 'share of rows a new detector may flag',
  throttleLeast: 'rows before that is judged',
  throttleFirst: 'first import watched too',
}

/** A change of queues or settings as a sentence, and what was in place of what. */
export function describeChange(
  { change, by, name, before, after }: Change,
  labels: ReadonlyMap<string, string>,
): { sentence: string; details: string[] } {
  switch (change) {
    case 'added':
      return { sentence: `${by} added the queue “${name}”.`, details: [] }
    case 'retired':
      return { sentence: `${by} retired the queue “${name}”.`, details: [] }
    case 'moved':
      return {
        sentence: `${by} moved the queue “${name}” from place ${say(before['place'], labels)} to ${say(after['place'], labels)}.`,
        details: [],
      }
    case 'changed':
      return { sentence: `${by} changed the queue “${name}”.`, details: detailsOf(before, after, labels) }
    case 'settings':
      return {
        sentence: `${by} changed what holds for all queues.`,
        details: detailsOf(before, after, labels),
      }
  }
}

function detailsOf(before: Facts, after: Facts, labels: ReadonlyMap<string, string>): string[] {
  return Object.keys(after)
    .sort((a, b) => order(a) - order(b))
    .map((name) => `${FIELD[name] ?? name}: ${say(before[name], labels)} → ${say(after[name], labels)}`)
}

const order = (name: string) => Object.keys(FIELD).indexOf(name)

function say(value: unknown, labels: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return 'any'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((one) => say(one, labels)).join(', ')
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([key, one]) => `${labels.get(key) ?? key} ${say(one, labels)}`)
        .join(', ') || 'no limit'
    )
  return labels.get(String(value)) ?? String(value)
}
