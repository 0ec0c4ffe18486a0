import path from 'node:path'
import { expect, test } from 'vitest'
import { printSchema } from '@/db/print-schema'
import { BLOB_REFERENCES } from '@/lib/blobs/references'
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

test('every column that is named as one of a blob is among the references: what is not is swept, and in no backup', async () => {
  const columns = await database.sql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' and column_name ~ '(sha256|segment|blob)'
    order by 1, 2`
  expect(columns.length).toBeGreaterThan(3)
  for (const { table, column } of columns)
    expect(BLOB_REFERENCES, `${table}.${column}`).toMatch(
      new RegExp(`\\b${column}\\b[^\\n]* from ${table}\\b`),
    )
})
