import path from 'node:path'
import { expect, test } from 'vitest'
import { printSchema } from '@/db/print-schema'
import { testDatabase } from '@/tests/support/database'

const database = testDatabase()

test('db/schema.sql is what the migrations make (after a migration: run this file with -u)', async () => {
  const file = path.resolve(import.meta.dirname, '../../db/schema.sql')
  await expect(await printSchema(database.sql)).toMatchFileSnapshot(file)
})

test('every table of the product has an owner that cannot log in', async () => {
  const owners = await database.sql`
    select distinct pg_get_userbyid(relowner) as owner, rolcanlogin as login
    from pg_class join pg_roles r on r.oid = relowner
    where relkind = 'r' and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`
  expect(owners).toEqual([{ owner: 'winnow_owner', login: false }])
})
