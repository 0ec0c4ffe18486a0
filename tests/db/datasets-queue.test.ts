import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { loadMemberByEmail, system } from '@/lib/auth/load-actor'
import { storeBlob } from '@/lib/blobs/store'
import { importRequest } from '@/lib/datasets/import-request'
import { registerInput } from '@/lib/datasets/input'
import { importRuns } from '@/lib/datasets/queries'
import { queueImport } from '@/lib/datasets/queue-import'
import { registerDataset } from '@/lib/datasets/register'
import { reader } from '@/lib/i18n/reader.mjs'
import { importRun } from '@/lib/jobs/import-run'
import { createPerson } from '@/lib/people/create-person'
import { grantRole } from '@/lib/people/grant-role'
import { testDatabase } from '../support/database'
import { listening } from '../support/listening'
import { imageOf, newDataset } from '../support/datasets'

const test = testDatabase()
afterEach(() => {
  delete process.env.WINNOW_FETCH_PRIVATE
})

async function person(
  email: string,
  roles: { dataset?: string; role: 'maintainer' | 'reviewer' | 'admin' }[],
): Promise<Member> {
  await transact(async (tx) => {
    await createPerson(tx, system('test'), { email, name: email })
    for (const role of roles) await grantRole(tx, system('test'), { email, ...role })
  })
  const member = await loadMemberByEmail(db(), email)
  if (!member) throw new Error(`${email} was not made`)
  return member
}

async function upload(text: string) {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    await Promise.resolve()
    yield Buffer.from(text)
  }
  const { digest, bytes } = await storeBlob(pieces())
  return { name: 'rows.jsonl', sha256: digest.toString('hex'), bytes }
}

describe('registering a dataset', () => {
  const input = (slug: string) => registerInput.parse({ slug, name: 'Letters', licence: 'cc-by-4.0 ' })

  it('is for admins, gives the licence its SPDX spelling and refuses a slug that is taken', async () => {
    const admin = await person('admin@register.example.org', [{ role: 'admin' }])
    const other = await person('other@register.example.org', [])
    await expect(transact((tx) => registerDataset(tx, other, input('letters')))).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await transact((tx) => registerDataset(tx, admin, input('letters')))).toMatchObject({
      slug: 'letters',
      licence: 'CC-BY-4.0',
    })
    await expect(transact((tx) => registerDataset(tx, admin, input('letters')))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it.each(['Letters', '-a', 'a_b', '', 'a'.repeat(65)])('refuses the slug %j', (slug) => {
    expect(registerInput.safeParse({ slug, name: 'a', licence: 'b' }).success).toBe(false)
  })
})

describe('an import that was asked for on a page', () => {
  it('is carried out by the worker as that person, and its run says how it ended', async () => {
    const datasetId = await newDataset('queued')
    const maintainer = await person('m@queued.example.org', [{ dataset: 'queued', role: 'maintainer' }])
    const request = importRequest.parse({
      sources: [await upload('{"text":"a@mail.example.org"}\n{"no":1}\n')],
      label: 'first',
    })
    const { importId } = await transact((tx) => queueImport(tx, maintainer, { datasetId, ...request }))
    expect(await importRuns(datasetId)).toMatchObject([{ id: importId, state: 'queued' }])
    const jobs = await test.admin.sql`
      select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'import.run'`
    expect(jobs.map(({ payload }) => payload)).toEqual([{ datasetId, importId }])

    await importRun({ datasetId, importId })
    expect(await importRuns(datasetId)).toMatchObject([{ state: 'done', rowsDone: 2, error: null }])
    const { revisions, quarantine } = await imageOf(datasetId)
    expect(revisions).toMatchObject([{ number: 1, state: 'complete' }])
    expect(quarantine).toHaveLength(1)
    // The queue may deliver twice.
    await importRun({ datasetId, importId })
    expect((await imageOf(datasetId)).revisions).toHaveLength(1)
  })

  it('is refused to a reviewer, and to a maintainer who is none any more when it is carried out', async () => {
    const datasetId = await newDataset('refused')
    const request = importRequest.parse({ sources: [await upload('{"text":"b"}\n')] })
    const reviewer = await person('r@refused.example.org', [{ dataset: 'refused', role: 'reviewer' }])
    await expect(
      transact((tx) => queueImport(tx, reviewer, { datasetId, ...request })),
    ).rejects.toMatchObject({ code: 'forbidden' })

    const maintainer = await person('m@refused.example.org', [{ dataset: 'refused', role: 'maintainer' }])
    const { importId } = await transact((tx) => queueImport(tx, maintainer, { datasetId, ...request }))
    await db().execute(sql`delete from membership where person_id = ${maintainer.id}`)
    await importRun({ datasetId, importId })
    expect(await importRuns(datasetId)).toMatchObject([
      { state: 'failed', error: expect.stringContaining('maintainer') },
    ])
    expect((await imageOf(datasetId)).revisions).toEqual([])
  })

  it('refuses a file that nobody uploaded', async () => {
    const datasetId = await newDataset('not-uploaded')
    const request = importRequest.parse({ sources: [{ name: 'a.jsonl', sha256: '0'.repeat(64), bytes: 3 }] })
    await expect(
      transact((tx) => queueImport(tx, system('test'), { datasetId, ...request })),
    ).rejects.toThrow(/not uploaded/)
  })

  it('fetches a web address, and says so when it is not a public one', async () => {
    const datasetId = await newDataset('by-address')
    const server = createServer((_request, response) => response.end('id,text\n1,fetched\n'))
    const url = `http://127.0.0.1:${await listening(server)}/rows.csv`
    const maintainer = await person('m@address.example.org', [{ dataset: 'by-address', role: 'maintainer' }])
    const ask = async () => {
      const request = importRequest.parse({ sources: [{ name: 'rows.csv', url }] })
      const { importId } = await transact((tx) => queueImport(tx, maintainer, { datasetId, ...request }))
      await importRun({ datasetId, importId })
    }
    await ask()
    expect(await importRuns(datasetId)).toMatchObject([
      { state: 'failed', error: '127.0.0.1 is not a public address.' },
    ])
    expect(await reader.run({ 'accept-language': 'de' }, () => importRuns(datasetId))).toMatchObject([
      { error: '127.0.0.1 ist keine öffentliche Adresse.' },
    ])
    process.env.WINNOW_FETCH_PRIVATE = '1'
    await ask()
    server.close()
    expect((await importRuns(datasetId))[0]).toMatchObject({ state: 'done', rowsDone: 1 })
  })
})
