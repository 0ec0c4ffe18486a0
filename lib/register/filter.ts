import { z } from 'zod'
import { hostName } from './hosts'
import { LISTED_KINDS, OUTCOMES, publicHost } from './notice'

/** A year or a month: what a search by time names. */
const period = z.string().regex(/^20\d{2}(?:-(?:0[1-9]|1[0-2]))?$/)

/** What the address asks for. Nonsense is no filter, so that an old link still shows the register. */
export const registerFilter = z.object({
  kind: z.enum(LISTED_KINDS).optional().catch(undefined),
  dataset: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional()
    .catch(undefined),
  host: z.string().transform(hostIn).pipe(publicHost).optional().catch(undefined),
  outcome: z
    .enum([...OUTCOMES, 'rescinded'])
    .optional()
    .catch(undefined),
  period: period.optional().catch(undefined),
  after: z
    .string()
    .transform((text) => {
      const [at = '', id] = text.split('_')
      return { at, id }
    })
    .pipe(z.object({ at: z.iso.datetime(), id: z.uuid() }))
    .nullable()
    .catch(null),
})
export type RegisterFilter = z.output<typeof registerFilter>

/** The host in what somebody pasted, an address or a name, in the spelling of the register. */
function hostIn(typed: string): string {
  const text = typed.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  return hostName(address) ?? text
}

const FIELDS = ['kind', 'dataset', 'host', 'outcome', 'period'] as const
type RegisterField = (typeof FIELDS)[number]

/**
 * What was asked for and is not searched by, so that nobody takes the whole register for what they looked for: what is no filter, and
 * beside what was rescinded everything else, since nothing of it is told.
 */
export function notSearchedBy(
  given: Readonly<Record<string, unknown>>,
  filter: RegisterFilter,
): RegisterField[] {
  const isRescinded = filter.outcome === 'rescinded'
  return FIELDS.filter(
    (name) => isGiven(given[name]) && (filter[name] === undefined || (isRescinded && name !== 'outcome')),
  )
}

const isGiven = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== undefined

/** From the first day of a period up to the first that is no more in it, as days. */
export function daysOf(text: string): { from: string; to: string } {
  const [year, month] = text.split('-').map(Number)
  if (year === undefined) throw new RangeError(text)
  const from = new Date(Date.UTC(year, month === undefined ? 0 : month - 1, 1))
  const to = month === undefined ? new Date(Date.UTC(year + 1, 0, 1)) : new Date(Date.UTC(year, month, 1))
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) }
}
