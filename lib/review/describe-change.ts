import 'server-only'
import { categoryName } from '@/lib/detection/category-name'
import { say } from '@/lib/i18n/say'
import { isSource } from './sources'
import { ACTIONS } from './status'
import { WAYS } from './viewing'

type Facts = Readonly<Record<string, unknown>>
type Change = {
  change: 'added' | 'changed' | 'moved' | 'retired' | 'settings'
  by: string
  name: string | null
  before: Facts
  after: Facts
}

/** What a change can be about, in the order in which it is told. */
const FIELDS = [
  'name',
  'categories',
  'minSeverity',
  'maxSeverity',
  'detectors',
  'sources',
  'languages',
  'quorum',
  'slots',
  'leadNeeded',
  'blind',
  'actions',
  'dueHours',
  'audience',
  'covered',
  'minAccountDays',
  'maintainersReview',
  'volunteers',
  'dailyCaps',
  'breaks',
  'viewing',
  'goldenEvery',
  'goldenWarnBelow',
  'goldenHoldBelow',
  'goldenSecondLead',
  'bandSample',
  'bandAgreement',
  'throttleShare',
  'throttleLeast',
  'throttleFirst',
  'throttleFirstShare',
  'secondRows',
  'secondShare',
] as const
const fieldCalled = (name: string) => FIELDS.find((field) => field === name)

/** A change of queues or settings as a sentence, and what was in place of what. */
export function describeChange({ change, by, name, before, after }: Change): {
  sentence: string
  details: string[]
} {
  const about = { by, name: String(name) }
  switch (change) {
    case 'added':
      return { sentence: say('queues.changes.added', about), details: [] }
    case 'retired':
      return { sentence: say('queues.changes.retired', about), details: [] }
    case 'moved':
      return {
        sentence: say('queues.changes.moved', {
          ...about,
          from: valueInWords(before['place']),
          to: valueInWords(after['place']),
        }),
        details: [],
      }
    case 'changed':
      return { sentence: say('queues.changes.changed', about), details: detailsOf(before, after) }
    case 'settings':
      return { sentence: say('queues.changes.settings', { by }), details: detailsOf(before, after) }
  }
}

function detailsOf(before: Facts, after: Facts): string[] {
  return Object.keys(after)
    .sort((a, b) => order(a) - order(b))
    .map((name) => {
      const field = fieldCalled(name)
      return say('queues.changes.detail', {
        field: field ? say(`queues.changes.field.${field}`) : name,
        before: valueInWords(before[name], field),
        after: valueInWords(after[name], field),
      })
    })
}

const order = (name: string) => FIELDS.findIndex((field) => field === name)

function valueInWords(value: unknown, field?: (typeof FIELDS)[number]): string {
  if (value === null || value === undefined)
    return say(field === 'dueHours' ? 'queues.changes.noDueTime' : 'queues.changes.any')
  if (typeof value === 'boolean') return say(value ? 'queues.changes.yes' : 'queues.changes.no')
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, field)).join(', ')
  if (typeof value === 'object' && field === 'viewing') return viewingInWords({ ...value }, 'noWays')
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([key, one]) => `${categoryName(key)} ${valueInWords(one, field)}`)
        .join(', ') || nothingOf(field)
    )
  return codeInWords(String(value), field)
}

/** `hate: blur, grey; pii: shown as they are`; where nothing is set, what then holds. */
export function viewingInWords(
  viewing: Readonly<Record<string, unknown>>,
  unset: 'noWays' | 'plain',
): string {
  const told = Object.entries(viewing).map(([category, ways]) => {
    const words =
      Array.isArray(ways) && ways.length > 0 ? valueInWords(ways, 'viewing') : say('queues.changes.plain')
    return `${categoryName(category)}: ${words}`
  })
  return told.length > 0 ? told.join('; ') : say(`queues.changes.${unset}`)
}

function nothingOf(field: (typeof FIELDS)[number] | undefined): string {
  return say(field === 'breaks' ? 'queues.changes.noBreak' : 'queues.changes.noLimit')
}

function codeInWords(code: string, field: (typeof FIELDS)[number] | undefined): string {
  switch (field) {
    case 'categories':
      return categoryName(code)
    case 'sources':
      return isSource(code) ? say(`queues.rules.source.${code}`) : code
    case 'audience':
      return code === 'reviewer' || code === 'lead' ? say(`queues.changes.audience.${code}`) : code
    case 'actions': {
      const action = ACTIONS.find((one) => one === code)
      return action ? say(`queues.changes.action.${action}`) : code
    }
    case 'viewing': {
      const way = WAYS.find((one) => one === code)
      return way ? say(`queues.changes.way.${way}`) : code
    }
    default:
      return code
  }
}
