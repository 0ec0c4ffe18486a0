import { beforeAll, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { loadMember, system } from '@/lib/auth/load-actor'
import { requestSubject } from '@/lib/crypto/subject'
import { appendEntry, sealedIf } from '@/lib/log/append'
import { auditPage } from '@/lib/log/audit'
import { drainPending } from '@/lib/log/sequencer'
import { createPerson } from '@/lib/people/create-person'
import { grantRole } from '@/lib/people/grant-role'
import { testDatabase } from '../support/database'

const test_ = testDatabase()
const REQUEST = '00000000-0000-4000-8000-000000000001'
const people: Record<string, Member> = {}

beforeAll(async () => {
  await test_.db.insert(dataset).values({ slug: 'tea-leaves', name: 'Tea leaves', licence: 'CC0-1.0' })
  for (const [name, role] of [
    ['Rhea', 'reviewer'],
    ['Lew', 'lead'],
    ['Ann', 'admin'],
    ['Sol', 'safety_officer'],
  ] as const) {
    const email = `${name.toLowerCase()}@example.org`
    const { id } = await transact(async (tx) => {
      const made = await createPerson(tx, system('test'), { email, name })
      const site = role === 'admin' || role === 'safety_officer'
      await grantRole(tx, system('test'), { email, role, ...(site ? {} : { dataset: 'tea-leaves' }) })
      return made
    })
    const member = await loadMember(test_.db, id)
    if (member) people[role] = member
  }
  const takedown = {
    type: 'takedown',
    public: { dataset: 'tea-leaves', event: 'submitted' },
    private: { request: REQUEST, kind: 'privacy', data: {} },
    about: requestSubject(REQUEST),
  } as const
  await transact(async (tx) => {
    await appendEntry(tx, system('test'), takedown)
    await appendEntry(tx, system('test'), sealedIf(true, takedown))
  })
  await drainPending({ url: test_.urls.sequencer })
})

const read = async (role: string) => {
  const actor = people[role]
  if (!actor) throw new Error(`nobody is ${role}`)
  return (await auditPage(actor, {})).rows
}
const of = async (role: string, type: string) => (await read(role)).filter(({ entry }) => entry.t === type)

test('a lead reads by whom and what for in the entries of their dataset, and nothing sealed', async () => {
  const [submitted] = await of('lead', 'takedown')
  expect(submitted).toMatchObject({ opened: true, sentence: expect.stringContaining('privacy') })
  expect(submitted?.sentence).toContain('the product')
  expect((await of('lead', 'sealed')).map(({ opened }) => opened)).toEqual([false])
})

test('a reviewer reads what the public reads', async () => {
  expect((await read('reviewer')).filter(({ opened }) => opened)).toEqual([])
})

test('an admin reads who got which role on the site, and nothing of a dataset', async () => {
  const roles = await of('admin', 'role')
  const opened = roles.filter((row) => row.opened).map(({ sentence }) => sentence)
  expect(opened.some((sentence) => sentence.includes('safety_officer') && sentence.includes('Sol'))).toBe(
    true,
  )
  expect(roles.filter(({ entry, opened }) => 'dataset' in entry && entry.dataset !== null && opened)).toEqual(
    [],
  )
  expect((await of('admin', 'takedown')).every(({ opened }) => !opened)).toBe(true)
})

test('only a safety officer opens what is sealed', async () => {
  const [sealed] = await of('safety_officer', 'sealed')
  expect(sealed).toMatchObject({
    opened: true,
    sentence: expect.stringContaining('Restricted: an event of a takedown request'),
  })
})
