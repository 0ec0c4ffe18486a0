import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { auditDraw, auditDrawn, auditSeed, dataset } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { appendEntry } from '@/lib/log/append'
import { logIdentity } from '@/lib/log/identity'
import { verifyEd25519 } from '@/lib/log/key'
import { sha256 } from '@/lib/log/sha256'
import { toHex } from '@/lib/tlog/bytes'
import { verifierOf } from '@/lib/tlog/verifiers'
import { population } from './population'
import { type DrawProof, settle, witnessDigest } from './proof'
import { drawPlaces } from './select'

/** The openings of drawn decisions are to be read by auditors within this time. */
const DUE_DAYS = 7

/**
 * Makes a draw that was announced, if the checkpoint that settles it is there: the first one behind the announcement that its witness
 * has signed. Done before, it does nothing. Answers whether it is made now.
 */
export async function makeDraw(tx: Tx, drawId: string): Promise<boolean> {
  // A lock on the row would need the right to change it, which nobody has.
  await takeTurns(tx, `audit-draw/${drawId}`)
  const [found] = await tx
    .select({ draw: auditDraw, slug: dataset.slug, size: auditSeed.size })
    .from(auditDraw)
    .leftJoin(dataset, eq(dataset.id, auditDraw.datasetId))
    .leftJoin(auditSeed, eq(auditSeed.drawId, auditDraw.id))
    .where(eq(auditDraw.id, drawId))
  if (!found) throw new Error(`there is no draw ${drawId}`)
  if (found.size !== null) return true
  const { draw, slug } = found
  const index = await indexOf(tx, draw.entryId)
  const proof = index === null ? null : await proofFor(tx, index, draw.witness)
  if (index === null || proof === null) return false
  const announced = {
    ...{ id: draw.entryId, index },
    witness: draw.witness === null ? null : witnessDigest(draw.witness),
  }
  const { checkpoint, seed } = settle(
    announced,
    proof,
    logIdentity().verifiers,
    (vkey) => verifierOf(vkey, verifyEd25519, sha256),
    sha256,
  )
  const among = await population(tx, { from: draw.fromIndex, to: draw.toIndex, dataset: slug })
  const drawn = drawPlaces(seed, among.length, draw.k, sha256).map((place) => among[place] ?? -1)
  const { entryId } = await appendEntry(tx, system('audit-draw'), {
    type: 'audit_seed',
    public: { of: draw.entryId, size: checkpoint.size, seed: toHex(seed) },
    private: { draw: drawId },
  })
  await tx.insert(auditSeed).values({
    ...{ drawId, checkpoint: proof.checkpoint, size: checkpoint.size, seed: Buffer.from(seed) },
    ...{ among: among.length, entryId, dueAt: new Date(Date.now() + DUE_DAYS * 86_400_000) },
  })
  for (let from = 0; from < drawn.length; from += 1_000)
    await tx
      .insert(auditDrawn)
      .values(drawn.slice(from, from + 1_000).map((place) => ({ drawId, index: place })))
  return true
}

async function indexOf(tx: Tx, entryId: string): Promise<number | null> {
  const [row] = await tx.execute<{ idx: number }>(
    sql`select idx::float8 as idx from log_entry where entry_id = ${entryId}`,
  )
  return row?.idx ?? null
}

/** The smallest checkpoint that covers the announcement and, where there is a witness, bears its signature. */
async function proofFor(tx: Tx, index: number, witness: string | null): Promise<DrawProof | null> {
  const [row] =
    witness === null
      ? await tx.execute<{ checkpoint: string }>(
          sql`select note as checkpoint from log_checkpoint where size > ${index} order by size limit 1`,
        )
      : await tx.execute<{ checkpoint: string }>(sql`
          select c.note || s.line as checkpoint from log_cosignature s join log_checkpoint c on c.size = s.size
          where s.witness = ${witness} and s.size > ${index} order by s.size limit 1`)
  return row ? { checkpoint: row.checkpoint, witness } : null
}
