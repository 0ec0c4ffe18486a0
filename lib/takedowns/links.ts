import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Tx } from '@/db/client'
import { takedownLink, takedownRequest } from '@/db/schema'
import type { TakedownKind } from './attestations'
import type { TakedownStatus } from './status'

export type LinkKind = (typeof takedownLink.$inferSelect)['kind']

/** Notes what one request is to another. Noted again it is the same. */
export async function link(tx: Tx, requestId: string, ofRequestId: string, kind: LinkKind): Promise<void> {
  await tx.insert(takedownLink).values({ requestId, ofRequestId, kind }).onConflictDoNothing()
}

/** A request on the other end of a link. `points`: whether the one asked about is to it what `kind` says, or the other way round. */
export type LinkedRequest = {
  kind: LinkKind
  points: 'to' | 'from'
  id: string
  reference: string
  of: TakedownKind
  status: TakedownStatus
  submittedAt: Date
}

/** Every request that this one is linked with, oldest link first. */
export async function linksOf(on: Db | Tx, requestId: string): Promise<LinkedRequest[]> {
  const from = alias(takedownRequest, 'linking')
  const to = alias(takedownRequest, 'linked')
  const rows = await on
    .select({ kind: takedownLink.kind, from: end(from), to: end(to) })
    .from(takedownLink)
    .innerJoin(from, eq(from.id, takedownLink.requestId))
    .innerJoin(to, eq(to.id, takedownLink.ofRequestId))
    .where(or(eq(takedownLink.requestId, requestId), eq(takedownLink.ofRequestId, requestId)))
    .orderBy(takedownLink.createdAt)
  return rows.map((row) =>
    row.from.id === requestId
      ? { kind: row.kind, points: 'to', ...row.to }
      : { kind: row.kind, points: 'from', ...row.from },
  )
}

/** The request of a reference as somebody wrote it: in any case, with or without its hyphen, with the letters that are read for digits. Null for none of that dataset. */
export async function requestByReference(
  on: Db | Tx,
  datasetId: string,
  written: string,
): Promise<string | null> {
  const reference = canonicalReference(written)
  if (reference === null) return null
  const [found] = await on
    .select({ id: takedownRequest.id })
    .from(takedownRequest)
    .where(and(eq(takedownRequest.datasetId, datasetId), eq(takedownRequest.reference, reference)))
  return found?.id ?? null
}

/** Crockford's base 32 has no I, L and O: who writes one means a digit. */
export function canonicalReference(written: string): string | null {
  const plain = written
    .toUpperCase()
    .replace(/[\s\p{Pd}#.]/gu, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  const [, first, second] = /^([0-9A-Z]{4})([0-9A-Z]{4})$/.exec(plain) ?? []
  return first && second ? `${first}-${second}` : null
}

const end = (table: ReturnType<typeof alias<typeof takedownRequest, string>>) => ({
  id: table.id,
  reference: table.reference,
  of: table.kind,
  status: table.status,
  submittedAt: table.submittedAt,
})
