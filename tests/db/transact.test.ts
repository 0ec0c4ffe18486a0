import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { transactAnew, type Tx } from '@/db/client'
import { testDatabase } from '../support/database'

const database = testDatabase()
beforeAll(async () => {
  await database.admin.sql`create table stone (id text primary key, n integer not null default 0)`
  await database.admin.sql`insert into stone (id) values ('left'), ('right')`
  await database.admin.sql`grant select, update on stone to winnow_app`
})

const lift = (tx: Tx, id: string) => tx.execute(sql`update stone set n = n + 1 where id = ${id}`)
const lifted = async () => (await database.sql`select id, n from stone order by id`).map(({ n }) => Number(n))

describe('a verb', () => {
  it('that waited for another one that waited for it is done anew, and both count once', async () => {
    let begun = 0
    const attempts = { left: 0, right: 0 }
    const both = (first: 'left' | 'right', second: 'left' | 'right') =>
      transactAnew(async (tx) => {
        attempts[first]++
        await lift(tx, first)
        begun++
        // Each holds one before either asks for the other's.
        while (begun < 2) await setTimeout(5)
        await lift(tx, second)
      }, database.db)
    await Promise.all([both('left', 'right'), both('right', 'left')])
    expect(await lifted()).toEqual([2, 2])
    expect(attempts.left + attempts.right, 'one of them twice').toBe(3)
  })

  it('that fails for another reason is done once', async () => {
    let attempts = 0
    const work = transactAnew(async (tx) => {
      attempts++
      await lift(tx, 'left')
      await tx.execute(sql`select 1 / 0`)
    }, database.db)
    await expect(work).rejects.toThrow()
    expect(attempts).toBe(1)
    expect(await lifted()).toEqual([2, 2])
  })
})
