import 'server-only'
import { and, desc, eq, ne } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { pendingFeed } from '@/db/schema'
import { tellHoldersSoon } from '@/lib/releases/tell-holders'
import { statementSigners } from '@/lib/releases/statement-signers'
import {
  openPending,
  type PendingFile,
  type PendingList,
  pendingRows,
  signPending,
} from '@/lib/release-format/pending'
import { type Audience, collectPending } from './collect'
import { filesWithout } from './difference'
import { headsOf, type PendingHead } from './head'

/**
 * Makes the lists of pending removals of a dataset anew, one for each profile and audience, and signs those that changed. Answers how
 * many did. Jobs of one dataset run one after another, so that no older state comes behind a newer one.
 */
export async function refreshPending(datasetId: string): Promise<number> {
  let changed = 0
  for (const head of await headsOf(datasetId)) {
    const rows = await collectPending(head)
    for (const audience of ['public', 'holders'] as const)
      if (await transact((tx) => store(tx, head, audience, rows[audience]))) changed += 1
  }
  return changed
}

async function store(
  tx: Tx,
  { datasetId, slug, profile, releaseId, version, sha256 }: PendingHead,
  audience: Audience,
  files: readonly PendingFile[],
): Promise<boolean> {
  await takeTurns(tx, `pending/${datasetId}`)
  const here = and(
    eq(pendingFeed.datasetId, datasetId),
    eq(pendingFeed.profile, profile),
    eq(pendingFeed.audience, audience),
  )
  const [last] = await tx.select().from(pendingFeed).where(here).orderBy(desc(pendingFeed.serial)).limit(1)
  const known = last?.releaseId === releaseId ? openPending(last.whole, null).files : null
  const [added, back] = [filesWithout(files, known ?? []), filesWithout(known ?? [], files)]
  if (known && added.length + back.length === 0) return false
  const serial = (last?.serial ?? 0) + 1
  const list: PendingList = {
    ...{ dataset: slug, profile, release: { version, sha256 }, audience, serial },
    date: new Date().toISOString().slice(0, 10),
    since: null,
    files,
    back: [],
  }
  const change: PendingList = { ...list, since: known ? serial - 1 : null, files: added, back }
  const signers = statementSigners()
  await tx.insert(pendingFeed).values({
    ...{ datasetId, profile, audience, serial, releaseId },
    rows: pendingRows(list),
    whole: Buffer.from(signPending(list, signers)),
    change: Buffer.from(signPending(change, signers)),
  })
  if (audience === 'holders' && list.files.length > 0) await tellHoldersSoon(tx, datasetId)
  await tx.delete(pendingFeed).where(and(here, ne(pendingFeed.releaseId, releaseId)))
  return true
}
