import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '@/db/client'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { describeChange } from './describe-change'
import { type QueueChangeView, queueChanges } from './queue-changes'

type Facts = Readonly<Record<string, unknown>>

/** What rules or settings were when a form was opened, in sixteen letters: the same facts, in whatever order, have the same. */
export function versionOf(facts: Facts): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(facts)))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Refuses to write over what somebody else changed since the form was opened, and says who changed what. Not when it comes to the
 * same. A caller without a form gives no version, and is taken to know.
 */
export async function refuseStale(
  tx: Tx,
  about: { datasetId: string; queueId: string | null },
  { opened, now, wanted }: { opened: string | undefined; now: Facts; wanted: Facts },
): Promise<void> {
  const stale = opened !== undefined && opened !== '' && opened !== versionOf(now)
  if (!stale || versionOf(wanted) === versionOf(now)) return
  const changes = await changesSince(tx, about, opened, now)
  const told = changes.map((change) => {
    const { sentence, details } = describeChange(change)
    return details.length > 0 ? `${sentence.replace(/\.$/, '')} (${details.join('; ')}).` : sentence
  })
  throw conflict(say('queues.changes.stale', { changes: told.join(' ') }))
}

/** Undoes one change after the other until the facts are those that were opened: what was undone is what came between. */
async function changesSince(
  tx: Tx,
  { datasetId, queueId }: { datasetId: string; queueId: string | null },
  opened: string,
  now: Facts,
): Promise<QueueChangeView[]> {
  const known = (await queueChanges(datasetId, tx)).filter((change) => change.queueId === queueId)
  const names = new Set(Object.keys(now))
  const since: QueueChangeView[] = []
  let facts = now
  for (const change of known) {
    const own = Object.entries(change.before).filter(([name]) => names.has(name))
    if (own.length === 0) continue
    since.push(change)
    facts = { ...facts, ...Object.fromEntries(own) }
    if (versionOf(facts) === opened) return since
  }
  return since.slice(0, 1)
}

/** Postgres orders the keys of its JSON by their length, forms by their fields. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  )
}
