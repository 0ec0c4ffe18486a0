import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, erasure, takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { loadMember } from '@/lib/auth/load-actor'
import { retold } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'

const PAGE = 100

/** The latest erasures, newest first, with the names of those who asked for them. For safety officers. */
export async function erasures(actor: Actor) {
  authorize(actor, 'content.erase', { visible: false, what: 'page' })
  const rows = await db()
    .select({
      id: erasure.id,
      dataset: dataset.name,
      digest: erasure.digest,
      reference: takedownRequest.reference,
      basis: erasure.basis,
      actor: erasure.actor,
      state: erasure.state,
      counts: erasure.counts,
      error: erasure.error,
      createdAt: erasure.createdAt,
      finishedAt: erasure.finishedAt,
    })
    .from(erasure)
    .innerJoin(dataset, eq(dataset.id, erasure.datasetId))
    .leftJoin(takedownRequest, eq(takedownRequest.id, erasure.requestId))
    .orderBy(desc(erasure.createdAt))
    .limit(PAGE)
  const names = new Map<string, string>()
  for (const ref of new Set(rows.map((row) => row.actor))) names.set(ref, await nameOf(ref))
  return rows.map((row) => ({
    ...row,
    by: names.get(row.actor) ?? row.actor,
    digest: row.digest?.toString('hex') ?? null,
    error: row.error && retold(row.error),
  }))
}

async function nameOf(ref: string): Promise<string> {
  const [kind, id = ''] = ref.split(':')
  const member = kind === 'member' ? await loadMember(db(), id) : null
  return member?.name ?? say(kind === 'system' ? 'erasures.by.product' : 'erasures.by.left')
}
