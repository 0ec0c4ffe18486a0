import { beforeAll, describe, expect, it } from 'vitest'
import { drainPending } from '@/lib/log/sequencer'
import { testDatabase } from '../support/database'
import { decideOnce } from './log-fixtures'

const database = testDatabase()

beforeAll(async () => {
  await decideOnce()
  await database.sql`
    insert into log_pending (entry_id, body) select gen_random_uuid(), '\\x31'::bytea from generate_series(1, 300)`
  await drainPending()
  await decideOnce()
})

const FACTS = ['log_entry', 'log_tile', 'log_checkpoint', 'log_head']
const CHANGES = ['update', 'delete', 'truncate'] as const

/** A statement that touches a row, so that a row trigger has something to refuse. */
function statement(table: string, change: (typeof CHANGES)[number]): string {
  if (change === 'update')
    return `update ${table} set root = root`.replace('log_entry set root = root', 'log_entry set body = body')
  // Without the cascade a foreign key refuses before the trigger has its say.
  return change === 'delete' ? `delete from ${table}` : `truncate ${table} cascade`
}

const cases = FACTS.flatMap((table) =>
  CHANGES.map((change) => ({ table, change, sql: statement(table, change) })),
)

describe('the stored log', () => {
  it.each(cases)('refuses $change of $table to the application', async ({ sql }) => {
    await expect(database.app.sql.unsafe(sql)).rejects.toMatchObject({ code: '42501' })
  })

  it.each(cases.filter(({ table, change }) => !(table === 'log_head' && change === 'update')))(
    'refuses $change of $table to the sequencer',
    async ({ sql }) => {
      await expect(database.sequencer.sql.unsafe(sql)).rejects.toMatchObject({ code: '42501' })
    },
  )

  it.each(cases.filter(({ table, change }) => !(table === 'log_head' && change === 'update')))(
    'refuses $change of $table to the owner of the tables, with triggers for replicas on too',
    async ({ sql }) => {
      for (const role of ['origin', 'replica']) {
        const attempt = database.admin.sql.begin(async (tx) => {
          await tx.unsafe(`set local session_replication_role = ${role}`)
          await tx.unsafe('set local role winnow_owner')
          await tx.unsafe(sql)
        })
        await expect(attempt).rejects.toMatchObject({
          code: '42501',
          message: expect.stringContaining('refused'),
        })
      }
    },
  )

  it.each([
    ['back to a smaller size', 'update log_head set size = size - 1'],
    ['to another origin', `update log_head set origin = 'other.invalid/log'`],
  ])('does not let even the owner move the head %s', async (_, sql) => {
    const attempt = database.admin.sql.begin(async (tx) => {
      await tx.unsafe('set local role winnow_owner')
      await tx.unsafe(sql)
    })
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })

  it('is written by the sequencer alone: the application cannot add an entry, a tile, a checkpoint or a head', async () => {
    for (const sql of [
      `insert into log_entry (idx, entry_id, body, leaf) values (999, gen_random_uuid(), 'x', sha256('x'))`,
      `insert into log_tile (level, n, hashes, root) values (0, 9, repeat('x', 8192)::bytea, sha256('x'))`,
      `insert into log_checkpoint (size, root, note) values (999, sha256('x'), 'x')`,
      `update log_head set size = 999`,
    ]) {
      await expect(database.app.sql.unsafe(sql)).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('lets the application neither change nor withdraw what it has appended', async () => {
    for (const sql of [
      `update log_pending set body = 'x'`,
      'delete from log_pending',
      'truncate log_pending',
    ]) {
      await expect(database.app.sql.unsafe(sql)).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('lets the sequencer change no entry on its way, and read no opening', async () => {
    await expect(database.sequencer.sql.unsafe(`update log_pending set body = 'x'`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(database.sequencer.sql.unsafe('select * from log_opening')).rejects.toMatchObject({
      code: '42501',
    })
  })
})
