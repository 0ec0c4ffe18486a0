import 'server-only'
import { type Db, db, transact, type Tx } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { contentFields } from '@/lib/datasets/read/fields'
import { enqueue } from '@/lib/jobs/enqueue'
import { withoutCase } from './candidates'
import { hitKey, type Located } from './found'
import { openTaken } from './match'
import { waitsForSecond } from './reach-record'
import { lockRequest, recordEvent } from './request-row'
import { contentAt, latestRevision } from './revision-rows'
import { placeOf } from './scanned'
import { settle } from './settle'
import { may } from './status'

type Part = Omit<Located, 'broad' | 'reach'>

/**
 * Opens the cases of what people said is meant. Contents are read from the files without a lock on anything; a request that has
 * moved on meanwhile, or reaches too far again, is left alone. Runs again without harm.
 */
export async function takeCandidates(requestId: string): Promise<void> {
  const parts = await readCandidates(db(), requestId)
  if (parts.length === 0) return
  await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (!may(request.status, 'act') || (await waitsForSecond(tx, requestId))) return
    const left = new Set((await withoutCase(tx, requestId)).map(hitKey))
    let items = 0
    for (const part of parts) {
      const hits = part.hits.filter((hit) => left.has(hitKey(hit)))
      if (hits.length === 0) continue
      await openTaken(tx, request, { ...part, hits })
      items += new Set(hits.map(({ digest }) => digest.toString('hex'))).size
    }
    if (items > 0) await recordEvent(tx, system('takedown'), request, 'matched', { opened: items })
    if (items > 0 && request.restricted)
      await enqueue(tx, 'takedown.elsewhere', { requestId }, { first: true })
    await settle(tx, request)
  })
}

/** With their contents, from the revision in which each was found. */
export async function readCandidates(on: Db | Tx, requestId: string): Promise<Part[]> {
  const candidates = await withoutCase(on, requestId)
  const parts: Part[] = []
  for (const revisionId of new Set(candidates.map((candidate) => candidate.revisionId))) {
    const own = candidates.filter((candidate) => candidate.revisionId === revisionId)
    const revision = await latestRevision(on, own[0]?.datasetId ?? '', revisionId)
    if (!revision) continue
    const places = own.filter(({ row }) => row !== null).map(placeOf)
    const fresh = new Map<string, Located['fresh'][number]>()
    for (const file of revision.files) {
      const here = places.filter(({ ordinal }) => ordinal === file.ordinal)
      const contents = here.length > 0 ? await contentAt(revision, file, here) : new Map<number, string[]>()
      for (const { digest, row } of here) {
        const values = contents.get(row)
        if (values) fresh.set(digest.toString('hex'), { digest, values })
      }
    }
    parts.push({
      ...{ revisionId, fields: contentFields(revision.plan), fresh: [...fresh.values()], places },
      hits: own.map(({ targetId, digest, spans }) => ({ targetId, digest, spans })),
    })
  }
  return parts
}
