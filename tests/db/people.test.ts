import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { dataset, logPending, person, roleChange } from '@/db/schema'
import { loadMember, system } from '@/lib/auth/load-actor'
import { signInWithPassword } from '@/lib/auth/sign-in-password'
import { changePassword, disablePerson } from '@/lib/people/account'
import { createPerson, setUpFirstAdmin } from '@/lib/people/create-person'
import { dismissReviewer, grantRole, revokeRole } from '@/lib/people/grant-role'
import { datasetTeams } from '@/lib/people/queries'
import { testDatabase } from '../support/database'

const test_ = testDatabase()
const password = 'four unrelated words'
const visitor = { kind: 'visitor', network: 'n' } as const
let unique = 0
const someone = async (extra: { admin?: boolean } = {}) => {
  const email = `person-${++unique}@example.org`
  const made = await transact((tx) =>
    createPerson(tx, system('test'), { email, name: `Person ${unique}`, password, ...extra }),
  )
  return { ...made, email }
}
const pending = async () => (await test_.admin.db.select({ id: logPending.id }).from(logPending)).length

describe('accounts', () => {
  test('the first account is an admin; the set-up page works once, also for two at the same time', async () => {
    const tries = await Promise.allSettled(
      ['one', 'two'].map((name) =>
        transact((tx) => setUpFirstAdmin(tx, visitor, { email: `${name}@example.org`, name, password })),
      ),
    )
    const made = tries.filter((result) => result.status === 'fulfilled')
    expect(made).toHaveLength(1)
    const member = await loadMember(test_.db, made[0]?.value.id ?? '')
    expect(member?.site).toEqual(['admin'])
  })

  test('signs in with the right password only, and not when disabled', async () => {
    const admin = await someone({ admin: true })
    const { id, email } = await someone()
    expect(await signInWithPassword({ email, password }, 'net-1')).toMatchObject({ id })
    expect(await signInWithPassword({ email, password: 'something else' }, 'net-1')).toBeNull()
    expect(await signInWithPassword({ email: 'nobody@example.org', password }, 'net-1')).toBeNull()
    const actor = await loadMember(test_.db, admin.id)
    await transact((tx) => disablePerson(tx, actor ?? visitor, { personId: id }))
    expect(await signInWithPassword({ email, password }, 'net-1')).toBeNull()
  })

  test('refuses the eleventh attempt on an account within a quarter of an hour', async () => {
    const { email } = await someone()
    for (let i = 0; i < 10; i++) await signInWithPassword({ email, password: 'wrong' }, `net-a${i}`)
    await expect(signInWithPassword({ email, password }, 'net-b')).rejects.toMatchObject({
      code: 'rate_limited',
    })
  })

  test('a disabled account loses access at once, an old session with a new password too', async () => {
    const { id } = await someone()
    const [before] = await test_.db
      .select({ version: person.sessionVersion })
      .from(person)
      .where(eq(person.id, id))
    const member = await loadMember(test_.db, id, before?.version)
    expect(member).not.toBeNull()
    if (member)
      await transact((tx) =>
        changePassword(tx, member, { current: password, password: 'another four words' }),
      )
    expect(await loadMember(test_.db, id, before?.version)).toBeNull()
  })

  test('stores no password that can be read', async () => {
    const { id } = await someone()
    const [row] = await test_.db.select({ hash: person.passwordHash }).from(person).where(eq(person.id, id))
    expect(row?.hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
    expect(row?.hash).not.toContain(password)
  })
})

describe('roles', () => {
  const aDataset = async () => {
    const slug = `dataset-${++unique}`
    const [row] = await test_.db
      .insert(dataset)
      .values({ slug, name: slug, licence: 'CC0-1.0' })
      .returning({ id: dataset.id })
    return { slug, id: row?.id ?? '' }
  }

  test('a grant holds at the next request and leaves a fact and a log entry; granting twice leaves none', async () => {
    const { slug, id: datasetId } = await aDataset()
    const { id, email } = await someone()
    const entries = await pending()
    await transact((tx) => grantRole(tx, system('test'), { email, role: 'reviewer', dataset: slug }))
    expect((await loadMember(test_.db, id))?.roles[datasetId]).toEqual(['reviewer'])
    expect(await pending()).toBe(entries + 1)
    const again = await transact((tx) =>
      grantRole(tx, system('test'), { email, role: 'reviewer', dataset: slug }),
    )
    expect(again.changed).toBe(false)
    expect(await pending()).toBe(entries + 1)
    await transact((tx) => revokeRole(tx, system('test'), { email, role: 'reviewer', dataset: slug }))
    expect((await loadMember(test_.db, id))?.roles[datasetId]).toBeUndefined()
    const facts = await test_.db
      .select({ change: roleChange.change })
      .from(roleChange)
      .where(eq(roleChange.personId, id))
    expect(facts.map((fact) => fact.change)).toEqual(['granted', 'revoked'])
  })

  test('only an admin gives roles', async () => {
    const { id, email } = await someone()
    const actor = await loadMember(test_.db, id)
    await expect(
      transact((tx) => grantRole(tx, actor ?? visitor, { email, role: 'admin' })),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a lead ends what they can give: reviewing, in their own dataset, and nothing else', async () => {
    const [own, other] = [await aDataset(), await aDataset()]
    const lead = await someone()
    const both = await someone()
    const give = (email: string, role: 'reviewer' | 'lead' | 'maintainer', dataset: string) =>
      transact((tx) => grantRole(tx, system('test'), { email, role, dataset }))
    await give(lead.email, 'lead', own.slug)
    for (const role of ['reviewer', 'maintainer'] as const) await give(both.email, role, own.slug)
    await give(both.email, 'reviewer', other.slug)
    const actor = await loadMember(test_.db, lead.id)
    const dismiss = (datasetId: string) =>
      transact((tx) => dismissReviewer(tx, actor ?? visitor, { personId: both.id, datasetId }))

    const entries = await pending()
    expect(await dismiss(own.id)).toEqual({ changed: true })
    expect((await loadMember(test_.db, both.id))?.roles).toEqual({
      [own.id]: ['maintainer'],
      [other.id]: ['reviewer'],
    })
    expect(await pending()).toBe(entries + 1)
    const [fact] = await test_.db
      .select({ change: roleChange.change, role: roleChange.role, datasetId: roleChange.datasetId })
      .from(roleChange)
      .where(eq(roleChange.personId, both.id))
      .orderBy(desc(roleChange.createdAt))
      .limit(1)
    expect(fact).toEqual({ change: 'revoked', role: 'reviewer', datasetId: own.id })

    expect(await dismiss(own.id), 'twice').toEqual({ changed: false })
    await expect(dismiss(other.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(dismiss('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'not_found' })
    expect(await pending()).toBe(entries + 1)
  })

  test('leads alone are handed what ends it', async () => {
    const { slug, id } = await aDataset()
    const [lead, reviewer] = [await someone(), await someone()]
    await transact((tx) => grantRole(tx, system('test'), { email: lead.email, role: 'lead', dataset: slug }))
    await transact((tx) =>
      grantRole(tx, system('test'), { email: reviewer.email, role: 'reviewer', dataset: slug }),
    )
    const seenBy = async (personId: string) => {
      const [team] = await datasetTeams((await loadMember(test_.db, personId)) ?? visitor)
      return team
    }
    expect(await seenBy(lead.id)).toMatchObject({ id, dismisses: true })
    expect((await seenBy(lead.id))?.people.map(({ id: person }) => person)).toContain(reviewer.id)
    const own = await seenBy(reviewer.id)
    expect(own).toMatchObject({ dismisses: false })
    expect(own?.people.map(({ id: person }) => person)).toEqual([null, null])
  })

  test('a site role belongs to no dataset, a dataset role to one', async () => {
    const { email } = await someone()
    await expect(
      transact((tx) => grantRole(tx, system('test'), { email, role: 'admin', dataset: 'x' })),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      transact((tx) => grantRole(tx, system('test'), { email, role: 'lead' })),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  test('the last admin stays, also when two take each other’s role away at once', async () => {
    await test_.admin.sql`delete from site_membership`
    const [a, b] = [await someone({ admin: true }), await someone({ admin: true })]
    const tries = await Promise.allSettled(
      [a, b].map(({ email }) => transact((tx) => revokeRole(tx, system('test'), { email, role: 'admin' }))),
    )
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const left = await test_.admin.sql`select count(*)::int as admins from site_membership`
    expect(left[0]?.admins).toBe(1)
  })

  test('the application role cannot change or delete what was granted', async () => {
    await expect(test_.sql`update role_change set role = 'admin'`).rejects.toMatchObject({ code: '42501' })
    await expect(test_.sql`delete from role_change`).rejects.toMatchObject({ code: '42501' })
    await expect(test_.sql`truncate role_change`).rejects.toMatchObject({ code: '42501' })
    await expect(test_.admin.sql`update role_change set role = 'admin'`).rejects.toThrow(/append-only/)
  })
})
