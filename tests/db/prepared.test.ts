import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { connect, transact, type Tx } from '@/db/client'
import { testDatabase } from '../support/database'

const database = testDatabase()

async function withOneConnection(
  work: (pool: ReturnType<typeof connect>) => Promise<void>,
  url = '',
): Promise<void> {
  const pool = connect(url || database.urls.app, { max: 1 })
  try {
    await work(pool)
  } finally {
    await pool.close()
  }
}

const double = (on: Pick<Tx, 'execute'>, n: number) =>
  on.execute<{ twice: number }>(sql`select ${n}::int * 2 as twice`)
const keptBy = async ({ sql: pool }: ReturnType<typeof connect>) =>
  (await pool`select statement from pg_prepared_statements where statement like 'select $1::int%'`).length

it('what transactions ask again is prepared once, in savepoints too, and answers the same', async () => {
  await withOneConnection(async (pool) => {
    for (const n of [1, 2, 3]) {
      const [plain] = await transact((tx) => double(tx, n), pool.db)
      const [inner] = await transact((tx) => tx.transaction((nested) => double(nested, n)), pool.db)
      expect([plain?.twice, inner?.twice]).toEqual([2 * n, 2 * n])
    }
    expect(await keptBy(pool)).toBe(1)
  })
})

it('what pages ask outside of transactions is planned for its values each time', async () => {
  await withOneConnection(async (pool) => {
    for (const n of [1, 2, 3]) await double(pool.db, n)
    expect(await keptBy(pool)).toBe(0)
  })
})

it('a connection keeps no more than 500 statements, however many there are', async () => {
  await withOneConnection(async (pool) => {
    await transact(async (tx) => {
      for (let i = 0; i < 520; i++) {
        const text = sql.raw(`as twice, ${i}`)
        for (const n of [1, 2]) await tx.execute(sql`select ${n}::int * 2 ${text}`)
      }
    }, pool.db)
    expect(await keptBy(pool)).toBe(500)
  })
})

it('`prepare=false` in the address turns it off, for a pooler that cannot', async () => {
  await withOneConnection(async (pool) => {
    for (const n of [1, 2, 3]) await transact((tx) => double(tx, n), pool.db)
    expect(await keptBy(pool)).toBe(0)
  }, `${database.urls.app}?prepare=false`)
})
