import { paths } from '@/lib/paths'

/** What stands in the address of a case that is reached in a shift, beside or in place of a part of the triage table. */
export const asQueue = (shift: string): string => new URLSearchParams({ shift }).toString()

/** The queue somebody works through, its id or `all`, as an address or a form names it; null where they do not. */
export function shiftFrom(value: string | string[] | null | undefined): string | null {
  return typeof value === 'string' && /^(all|[0-9a-f-]{36})$/.test(value) ? value : null
}

/** The same out of what follows the question mark. */
export const shiftOf = (queue: string): string | null => shiftFrom(new URLSearchParams(queue).get('shift'))

/** Where somebody is when nothing of what they work through is left. */
export const awayFrom = (queue: string): string =>
  shiftOf(queue) === null ? paths.triageQueue(queue) : paths.queues()
