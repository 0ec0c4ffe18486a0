import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Db, transact } from '@/db/client'
import {
  dataset,
  heldFlag,
  item,
  itemContent,
  membership,
  person,
  reviewCase,
  reviewerPreference,
  siteMembership,
} from '@/db/schema'
import type { DatasetRole, Member, SiteRole } from '@/lib/auth/actor'
import { loadMember, system } from '@/lib/auth/load-actor'
import { itemDigest } from '@/lib/datasets/digest'
import { type NewFlag, raiseFlags } from '@/lib/flags/raise-flags'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { policyInForce } from '@/lib/policies/queries'
import { type OpenedCases, openCases } from '@/lib/review/open-cases'
import { findingsNow, findingsVersion } from '@/lib/review/seen'

export type World = {
  db: Db
  datasetId: string
  slug: string
  policyId: string
  reviewer: Member
  second: Member
  lead: Member
  officer: Member
  stranger: Member
}

/** A dataset with its team, a reviewer of another dataset and a safety officer, through the product's own verbs where they exist. */
export async function reviewWorld(db: Db): Promise<World> {
  await transact(publishFirstPolicy, db)
  const { datasetId, slug } = await newDataset(db)
  const other = await newDataset(db)
  const { id: policyId } = await policyInForce(db, datasetId)
  return {
    db,
    datasetId,
    slug,
    policyId,
    reviewer: await newMember(db, [['reviewer', datasetId]]),
    second: await newMember(db, [['reviewer', datasetId]]),
    lead: await newMember(db, [
      ['reviewer', datasetId],
      ['lead', datasetId],
    ]),
    officer: await newMember(db, [], ['safety_officer']),
    stranger: await newMember(db, [['reviewer', other.datasetId]]),
  }
}

export async function newDataset(db: Db) {
  const slug = `forum-${randomUUID().slice(0, 8)}`
  const [row] = await db
    .insert(dataset)
    .values({ slug, name: 'A forum', licence: 'CC-BY-4.0', textFields: ['text'], urlFields: [] })
    .returning({ id: dataset.id })
  return { datasetId: row?.id ?? '', slug }
}

export async function newMember(
  db: Db,
  roles: [DatasetRole, string][],
  site: SiteRole[] = [],
): Promise<Member> {
  const name = randomUUID().slice(0, 8)
  const [row] = await db
    .insert(person)
    .values({ email: `${name}@example.org`, name, pseudonym: `heron-${name}` })
    .returning({ id: person.id })
  const personId = row?.id ?? ''
  for (const [role, datasetId] of roles) await db.insert(membership).values({ datasetId, personId, role })
  if (roles.some(([role]) => role === 'reviewer')) await agreeTo(db, personId)
  for (const role of site) await db.insert(siteMembership).values({ personId, role })
  const member = await loadMember(db, personId)
  if (!member) throw new Error('no member')
  return member
}

const EVERYTHING = ['pii', 'secrets', 'copyright', 'licence', 'hate', 'illegal', 'opt_out', 'other']

/** What a reviewer says they want to see, before their first case. */
export async function agreeTo(db: Db, personId: string, categories: string[] = EVERYTHING): Promise<void> {
  await db
    .insert(reviewerPreference)
    .values({ personId, categories })
    .onConflictDoUpdate({ target: reviewerPreference.personId, set: { categories } })
}

export type Claim = Partial<Omit<NewFlag, 'digest'>>

export const emailClaim = (text: string, address: string): Claim => {
  const start = text.indexOf(address)
  return { spans: [{ field: 'text', start, end: start + address.length }] }
}

/** An item with its text and flags, and the cases that come of them. */
export async function flaggedItem(world: World, text: string, claims: readonly Claim[]) {
  const digest = itemDigest([text])
  await world.db.insert(item).values({ datasetId: world.datasetId, digest }).onConflictDoNothing()
  await world.db
    .insert(itemContent)
    .values({ datasetId: world.datasetId, digest, body: Buffer.from(JSON.stringify({ text })) })
    .onConflictDoNothing()
  const counts = await claim(world, digest, claims)
  return { digest, counts, cases: await casesOf(world, digest) }
}

export function claim(
  world: Pick<World, 'db' | 'datasetId'>,
  digest: Buffer,
  claims: readonly Claim[],
): Promise<OpenedCases> {
  return transact(async (tx) => {
    await raiseFlags(
      tx,
      world.datasetId,
      claims.map((given) => ({
        digest,
        source: 'detector',
        detector: 'email',
        detectorVersion: '1',
        category: 'pii',
        type: 'email',
        score: 0.9,
        severity: 2,
        spans: [],
        ...given,
      })),
    )
    return openCases(tx, world.datasetId, [digest])
  }, world.db)
}

/** What a paused detector found in an item, as an import keeps it. */
export async function hold(
  { db, datasetId }: Pick<World, 'db' | 'datasetId'>,
  digest: Buffer,
  spans: { field: string; start: number; end: number }[],
  { category = 'pii', type = 'name' } = {},
): Promise<void> {
  const found = { category, type, score: 0.9, severity: 2, spans }
  const detector = { detector: 'names', version: '1', revisionId: randomUUID() }
  await db.insert(heldFlag).values({ datasetId, digest, ...detector, ...found })
}

export async function casesOf(world: World, digest: Buffer) {
  const rows = await world.db
    .select({
      id: reviewCase.id,
      category: reviewCase.category,
      status: reviewCase.status,
      round: reviewCase.round,
      restricted: reviewCase.restricted,
      severity: reviewCase.severity,
      score: reviewCase.score,
      priority: reviewCase.priority,
      points: reviewCase.points,
      flagCount: reviewCase.flagCount,
      detectors: reviewCase.detectors,
      types: reviewCase.types,
      decisionId: reviewCase.decisionId,
    })
    .from(reviewCase)
    .where(sql`dataset_id = ${world.datasetId} and digest = ${digest}`)
    .orderBy(reviewCase.category)
  return rows
}

export type CaseRow = Awaited<ReturnType<typeof casesOf>>[number]

/** The one case of an item that has one. */
export async function oneCase(world: World, digest: Buffer): Promise<CaseRow> {
  const [only, more] = await casesOf(world, digest)
  if (!only || more) throw new Error('expected exactly one case')
  return only
}

/** What a reviewer's form sends for this case as it is now. */
export async function voteOn(world: World, digest: Buffer, found: CaseRow) {
  const findings = await findingsNow(world.db, {
    datasetId: world.datasetId,
    digest,
    category: found.category,
  })
  return {
    datasetId: world.datasetId,
    caseId: found.id,
    round: found.round,
    policyVersionId: world.policyId,
    findings: findingsVersion(findings),
    action: 'keep' as const,
    reasonCode: 'pii.not',
    spans: [],
    passages: [],
    queue: '',
    label: undefined,
    note: undefined,
    handlingMs: undefined,
  }
}

export const digestOf = (text: string) => createHash('sha256').update(text).digest()
export const robot = system('test')
