import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, decision, person, takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { say } from '@/lib/i18n/say'
import { describeEntry, describeOpened } from './describe'
import type { Entry } from './entries'
import { type EntryFilter, type EntryView, listEntries, openingsOf } from './queries'

export type AuditRow = {
  index: number
  entry: Entry
  sentence: string
  /** Said from the private part too, which this actor may open. */
  opened: boolean
}

/** The log in staff words: entries this actor may open say what, why and by whom; all others what the public reads. */
export async function auditPage(
  actor: Actor,
  filter: EntryFilter,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  const page = await listEntries(filter)
  const slugs = await ownSlugs(actor)
  const own = page.entries.filter(({ entry }) => mayOpen(actor, entry, slugs))
  const openings = await openingsOf(own.map(({ entry }) => entry.id))
  const deciders = await decidersOf(own)
  const names = await namesIn([
    ...[...openings.values()].map(({ value }) => JSON.stringify(value)),
    ...deciders.values(),
  ])
  const nameOf = (ref: string) => names.get(ref) ?? somebody(ref)

  const rows = page.entries.map(({ index, entry }): AuditRow => {
    const opening = openings.get(entry.id)
    if (!opening) return { index, entry, sentence: describeEntry(entry), opened: false }
    const decider = deciders.get(entry.id)
    const said = describeOpened(entry, opening.value, nameOf)
    const sentence =
      decider === undefined ? said : say('log.opened.by', { sentence: said, actor: nameOf(decider) })
    return { index, entry, sentence, opened: true }
  })
  return { rows, next: page.next }
}

const KINDS = ['system', 'visitor', 'requester', 'request'] as const

function somebody(ref: string): string {
  const kind = KINDS.find((name) => name === ref.split(':')[0])
  return kind ? say(`log.somebody.${kind}`) : ref
}

/** Leads and maintainers open what concerns their dataset, admins what concerns the site, safety officers what is sealed. */
function mayOpen(actor: Actor, entry: Entry, slugs: ReadonlySet<string>): boolean {
  if (entry.t === 'sealed') return can(actor, 'restricted.handle')
  if (entry.t === 'erasure' || entry.t === 'audit_seed') return can(actor, 'people.manage')
  return entry.dataset === null ? can(actor, 'people.manage') : slugs.has(entry.dataset)
}

async function ownSlugs(actor: Actor): Promise<ReadonlySet<string>> {
  const ids = datasetsWhere(actor, 'audit.read')
  if (ids.length === 0) return new Set()
  const rows = await db().select({ slug: dataset.slug }).from(dataset).where(inArray(dataset.id, ids))
  return new Set(rows.map(({ slug }) => slug))
}

/** A decision's opening may be published, so it names nobody: who decided stands in the decision alone. */
async function decidersOf(entries: readonly EntryView[]): Promise<ReadonlyMap<string, string>> {
  const ids = entries.flatMap(({ entry }) => (entry.t === 'decision' ? [entry.id] : []))
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ entryId: decision.entryId, actor: decision.actor })
    .from(decision)
    .where(inArray(decision.entryId, ids))
  return new Map(rows.map(({ entryId, actor }) => [entryId, actor]))
}

/** Names of the people and numbers of the requests that the texts refer to, by `member:<id>` and `request:<id>`. */
async function namesIn(texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(texts.flatMap((text) => text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []))
  if (ids.size === 0) return new Map()
  const [people, requests] = await Promise.all([
    db()
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(inArray(person.id, [...ids])),
    db()
      .select({ id: takedownRequest.id, reference: takedownRequest.reference })
      .from(takedownRequest)
      .where(inArray(takedownRequest.id, [...ids])),
  ])
  return new Map([
    ...people.map(({ id, name }): [string, string] => [`member:${id}`, name]),
    ...requests.map(({ id, reference }): [string, string] => [
      `request:${id}`,
      say('log.somebody.numbered', { reference }),
    ]),
  ])
}
