import { expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

const database = testDatabase()

test('the running product is neither superuser nor owner of anything', async () => {
  for (const { sql } of [database.app, database.sequencer]) {
    const [role] = await sql`
      select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        pg_has_role(current_user, 'winnow_owner', 'MEMBER') as owner
      from pg_roles r where rolname = current_user`
    expect(role).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      owned: 0,
      owner: false,
    })
  }
})

test('the application cannot create, alter or drop tables', async () => {
  await expect(database.sql`create table public.sneaky (id int)`).rejects.toMatchObject({ code: '42501' })
  await expect(database.sql`alter table person add column sneaky int`).rejects.toMatchObject({
    code: '42501',
  })
  await expect(database.sql`drop table person`).rejects.toMatchObject({ code: '42501' })
  await expect(database.sql`set role winnow_owner`).rejects.toMatchObject({ code: '42501' })
})

test('a job added in a transaction that rolls back does not exist', async () => {
  await expect(
    database.sql.begin(async (tx) => {
      await tx`select graphile_worker.add_job('runtime.test', '{}'::json)`
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  await database.sql`select graphile_worker.add_job('runtime.test', '{"kept": true}'::json)`
  const jobs = await database.sql`select task_identifier from graphile_worker.jobs`
  expect(jobs).toEqual([{ task_identifier: 'runtime.test' }])
})
