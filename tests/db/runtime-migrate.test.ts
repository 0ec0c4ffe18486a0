import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '@/db/migrate'
import { openEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/runtime/embedded-postgres'
import { ephemeralFolder } from '@/tests/support/postgres'

const key = 'k'.repeat(40)
let server: EmbeddedPostgres
let admin: postgres.Sql

// A server of its own: roles and their passwords are the server's, not the database's.
beforeAll(async () => {
  server = await openEmbeddedPostgres({ dir: await ephemeralFolder('migrate'), ephemeral: true })
  admin = postgres(server.url('postgres'), { max: 1, onnotice: () => undefined })
  await admin`create role operator login password 'x' createrole`
  await admin`create role guest login password 'x'`
  await admin`create database winnow owner operator`
  await admin`create database second owner operator`
  await admin`create database foreign_one owner guest`
})
afterAll(async () => {
  await admin.end()
  await server.close()
})

function as(role: string, database: string): string {
  const url = new URL(server.url(database))
  url.username = role
  url.password = 'x'
  return url.href
}

async function one<T extends postgres.Row>(url: string, text: string): Promise<T | undefined> {
  const sql = postgres(url, { max: 1 })
  try {
    const [row] = await sql.unsafe<T[]>(text)
    return row
  } finally {
    await sql.end()
  }
}

test('a role without CREATEROLE is refused in one sentence, and nothing is left behind', async () => {
  await expect(migrate(as('guest', 'foreign_one'), { key })).rejects.toThrow(
    /"guest" of DATABASE_URL may not set up/,
  )
  expect(await admin`select rolname from pg_roles where rolname like 'winnow%'`).toHaveLength(0)
})

test('an owner with CREATEROLE is enough, and two starts at once do it once', async () => {
  const [first, second] = await Promise.all([1, 2].map(() => migrate(as('operator', 'winnow'), { key })))
  expect(first).toEqual(second)
  const { appUrl = '', sequencerUrl = '' } = first ?? {}
  expect(await one(appUrl, 'select current_user as me')).toEqual({ me: 'winnow_app' })
  expect(await one(sequencerUrl, 'select current_user as me')).toEqual({ me: 'winnow_sequencer' })
  const applied = await one<{ n: number }>(
    server.url('winnow'),
    'select count(*)::int as n from drizzle.__drizzle_migrations',
  )
  expect(await migrate(as('operator', 'winnow'), { key })).toEqual(first)
  expect(
    await one(server.url('winnow'), 'select count(*)::int as n from drizzle.__drizzle_migrations'),
  ).toEqual(applied)
})

test('a lost password is mended from the key', async () => {
  await admin`alter role winnow_app password 'something else'`
  const { appUrl } = await migrate(as('operator', 'winnow'), { key })
  expect(await one(appUrl, 'select 1 as one')).toEqual({ one: 1 })
})

test('another key is refused, on the same database and on a second one', async () => {
  for (const database of ['winnow', 'second']) {
    await expect(migrate(as('operator', database), { key: 'z'.repeat(40) })).rejects.toThrow(
      /WINNOW_KEY is not the key/,
    )
  }
  expect(await one(server.url('second'), "select to_regclass('person') as person")).toEqual({ person: null })
})

test.each([
  ['a wrong password', () => as('operator', 'winnow').replace(':x@', ':wrong@'), /wrong name or password/],
  ['a missing database', () => as('operator', 'nowhere'), /has no database nowhere; create it first/],
  [
    'a server that is not there',
    () => 'postgres://u:p@127.0.0.1:1/winnow',
    /Nothing answers as Postgres at 127.0.0.1:1/,
  ],
])('%s is said in one sentence', async (_, url, sentence) => {
  await expect(migrate(url(), { key })).rejects.toThrow(sentence)
})
