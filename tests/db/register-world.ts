import { randomUUID } from 'node:crypto'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import type { TestDatabase } from '@/tests/support/database'
import { marked } from './register-fields'
import { submit, type TakedownWorld } from './takedown-world'

/** A confirmed request of a kind, with every field filled. */
export async function asked(
  database: TestDatabase,
  world: TakedownWorld,
  kind: TakedownKind,
  fields: Record<string, string> = {},
): Promise<string> {
  await submit(world, { ...marked(kind), ...fields })
  const [row] = await database.admin.sql<{ id: string }[]>`
    update takedown_request set status = 'received', confirmed_at = now()
    where id = (select id from takedown_request where dataset_id = ${world.datasetId} order by submitted_at desc limit 1)
    returning id`
  if (!row) throw new Error('no request')
  return row.id
}

/** A request of a kind, brought to its answer by hand: how it gets there is the business of other tests. */
export async function answered(
  database: TestDatabase,
  world: TakedownWorld,
  kind: TakedownKind,
  { status = 'actioned', daysAgo = 30, fields = {} as Record<string, string> } = {},
): Promise<string> {
  const id = await asked(database, world, kind, fields)
  await close(database, id, status, daysAgo)
  return id
}

/** Sets what a request became, as the superuser. */
export async function close(
  database: TestDatabase,
  id: string,
  status: string,
  daysAgo: number,
): Promise<void> {
  const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString()
  const sent = new Date(Date.now() - (daysAgo + 2) * 86_400_000).toISOString()
  const outcome = ['restored', 'retracted', 'countered', 'kept_down'].includes(status) ? 'actioned' : status
  await database.admin.sql`
    update takedown_request set status = ${status}, confirmed_at = now(), closed_at = ${at}, submitted_at = ${sent}
    where id = ${id}`
  await database.admin.sql`
    insert into takedown_event (request_id, type, actor, data, entry_id, created_at)
    values (${id}, ${status === 'no_match' ? 'no_match' : 'outcome'}, 'system:takedown', ${JSON.stringify({ outcome })}::text::jsonb, ${randomUUID()}, ${at})`
}

/** As time does it: what the trigger refuses to everybody is let through once. */
export async function endEmbargo(database: TestDatabase, registerId: string): Promise<void> {
  await database.admin.sql.begin(async (tx) => {
    await tx`alter table register_fact disable trigger register_fact_append_only`
    await tx`update register_fact set publish_from = now() where register_id = ${registerId} and type = 'released'`
    await tx`alter table register_fact enable always trigger register_fact_append_only`
  })
}
