/**
 * Beside a running demonstration: `make <password> <n>` a dataset with its team, `n` opt-outs of authors, sent and confirmed as the form
 * does, and two requests about one row that is somebody else's: one with the victim's address, never confirmed, and one that its sender
 * confirmed. Says on its output what a browser needs.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, desc, eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { mailMessage, membership, takedownRequest } from '@/db/schema'
import type { DatasetRole } from '@/lib/auth/actor'
import { loadMember, system } from '@/lib/auth/load-actor'
import { importRevision } from '@/lib/datasets/import-revision'
import { importHooks } from '@/lib/jobs/import-hooks'
import { openLetter } from '@/lib/mail/outbox'
import { createPerson } from '@/lib/people/create-person'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import { confirm } from '@/lib/takedowns/confirm'
import { submissionInput } from '@/lib/takedowns/input'
import { receive } from '@/lib/takedowns/receive'
import { newDataset } from '../db/review-world'

const visitor = { kind: 'visitor', network: 'e'.repeat(64) } as const
const [, password = '', many = '0'] = process.argv.slice(2)

await prepareEnvironment()
const opened = await openDatabase()
process.stdout.write(JSON.stringify(await make(Number(many))))
await opened.close()

async function make(n: number) {
  const { datasetId, slug } = await newDataset(db())
  const lead = await person('lead', datasetId)
  const second = await person('lead', datasetId)
  const maintainer = await person('maintainer', datasetId)
  const rows = [
    ...Array.from({ length: n }, (_, i) => `What author number ${i} wrote about the sea. (${slug})`),
    `Wilma Flint lives in the yellow house at the quarry. (${slug})`,
  ]
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-arrivals-')), 'sea.jsonl')
  const line = (text: string, i: number) =>
    `${JSON.stringify({ id: `s${i}`, text, url: `https://authors.example/${slug}/${i}` })}\n`
  writeFileSync(file, rows.map(line).join(''))
  const input = { datasetId, sources: [{ name: 'sea.jsonl', file }], wishes: { id: 'id' } }
  await importRevision(maintainer.member, input, await importHooks(datasetId))

  const began = Date.now()
  for (let i = 0; i < n; i++) {
    await ask(slug, {
      ...{ kind: 'opt_out', relation: 'author', name: `Author ${i}`, attest_authority: 'on' },
      ...{ email: `author-${i}@${slug}.example.org`, targets: `https://authors.example/${slug}/${i}` },
    })
    await press(datasetId)
  }
  const seconds = (Date.now() - began) / 1000

  const victim = `wilma@${slug}.example.org`
  const about = {
    kind: 'privacy',
    right: 'erasure',
    relation: 'self',
    attest_subject: 'on',
    targets: `sea.jsonl#${n}`,
  }
  await ask(slug, { ...about, name: 'Not Wilma', email: victim })
  await ask(slug, { ...about, name: 'Not Wilma Either', email: `intruder@${slug}.example.org` })
  const intruder = await press(datasetId)
  return { slug, victim, row: n, seconds, intruder, emails: { lead: lead.email, second: second.email } }
}

async function person(role: DatasetRole, datasetId: string) {
  const email = `${role}-${Math.random().toString(36).slice(2, 10)}@sea.example.org`
  const given = { email, password, name: `Sela ${role}` }
  const { id } = await transact((tx) => createPerson(tx, system('test'), given))
  await db().insert(membership).values({ datasetId, personId: id, role })
  const member = await loadMember(db(), id)
  if (!member) throw new Error('no member')
  return { email, member }
}

function ask(dataset: string, fields: Record<string, string>) {
  return transact((tx) => receive(tx, visitor, submissionInput.parse({ dataset, ...fields })))
}

/** Confirms the request that was sent last, by the link in its letter; answers with its reference. */
async function press(datasetId: string): Promise<{ id: string; reference: string }> {
  const [request] = await db()
    .select({ id: takedownRequest.id, reference: takedownRequest.reference })
    .from(takedownRequest)
    .where(eq(takedownRequest.datasetId, datasetId))
    .orderBy(desc(takedownRequest.submittedAt))
    .limit(1)
  if (!request) throw new Error('no request')
  const [mail] = await db()
    .select({ sealed: mailMessage.sealed })
    .from(mailMessage)
    .where(and(eq(mailMessage.requestId, request.id), eq(mailMessage.template, 'takedown-confirm')))
  const letter = mail ? await openLetter(db(), mail.sealed) : null
  const token = /\/takedowns\/confirm\/([\w-]{43})/.exec(letter?.text ?? '')?.[1]
  if (!token) throw new Error('no letter to confirm')
  await transact((tx) => confirm(tx, visitor, { token }))
  return request
}
