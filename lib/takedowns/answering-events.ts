import { type SQL, sql } from 'drizzle-orm'
import type { EventType } from './request-row'

/** What answers a request first. Of a counter notice that is by names of its own: it was passed on, or something is missing in it. */
export const FIRST_ANSWERS = [
  'outcome',
  'no_match',
  'rejected',
  'answered',
  'counter_passed_on',
  'counter_refused',
] as const satisfies readonly EventType[]

/** What says how far a request was followed, at first or when it was contested. */
export const OUTCOMES_TOLD = [
  'outcome',
  'appeal_decided',
  'no_match',
  'rejected',
  'counter_passed_on',
  'counter_refused',
] as const satisfies readonly EventType[]

/** In SQL: whether an event is one of these. */
export const isOneOf = (type: SQL, events: readonly EventType[]): SQL =>
  sql`${type}::text = any (${sql.param([...events])}::text[])`

/** In SQL: how far an event of {@link OUTCOMES_TOLD} says that its request was followed, in words of the statuses; `not_found`, `rejected`. */
export const outcomeTold = (type: SQL, data: SQL): SQL => sql`
  case ${type}::text when 'no_match' then 'not_found' when 'rejected' then 'rejected'
    when 'counter_passed_on' then 'actioned' when 'counter_refused' then 'no_action' else ${data} ->> 'outcome' end`
