/**
 * Beside a running demonstration: a dataset with its team, who have the password that is given, texts of as many authors as are given, opt-outs of
 * all of them but the last, sent and confirmed as the form does, and two requests about one row that is somebody else's: one with the victim's address, never
 * confirmed, and one that its sender confirmed. Says on its output what a browser needs.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { db, transact } from '@/db/client'
import { importRevision } from '@/lib/datasets/import-revision'
import { importHooks } from '@/lib/jobs/import-hooks'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import { submissionInput } from '@/lib/takedowns/input'
import { receive } from '@/lib/takedowns/receive'
import { newDataset } from '../db/review-world'
import { confirmLast, teamMember, visitor } from './world-parts'

const [password = '', many = '0'] = process.argv.slice(2)

await prepareEnvironment()
const opened = await openDatabase()
process.stdout.write(JSON.stringify(await make(Number(many))))
await opened.close()

async function make(n: number) {
  const { datasetId, slug } = await newDataset(db())
  const lead = await teamMember(datasetId, 'lead', password)
  const second = await teamMember(datasetId, 'lead', password)
  const maintainer = await teamMember(datasetId, 'maintainer', password)
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
  for (let i = 0; i < n - 1; i++) {
    await ask(slug, {
      ...{ kind: 'opt_out', relation: 'author', name: `Author ${i}`, attest_authority: 'on' },
      ...{ email: `author-${i}@${slug}.example.org`, targets: `https://authors.example/${slug}/${i}` },
    })
    await confirmLast(datasetId)
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
  const intruder = await confirmLast(datasetId)
  return { slug, victim, row: n, seconds, intruder, emails: { lead: lead.email, second: second.email } }
}

function ask(dataset: string, fields: Record<string, string>) {
  return transact((tx) => receive(tx, visitor, submissionInput.parse({ dataset, ...fields })))
}
