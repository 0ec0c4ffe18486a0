import { transact } from '@/db/client'
import type { PrepareInput } from '@/lib/bulk/input'
import { prepareBulk } from '@/lib/bulk/prepare'
import { continueBulk } from '@/lib/bulk/run'
import { startBulk } from '@/lib/bulk/start'
import { prepareUndo } from '@/lib/bulk/undo'
import type { TestDatabase } from '../support/database'
import { emailClaim, flaggedItem, oneCase, type World } from './review-world'

let made = 0
/** Never the same twice, so that each text is an item of its own. */
export const another = () => ++made

/** Bulk decisions by the lead of a world that is there inside tests, and what became of them. */
export function bulkVerbs(database: TestDatabase, of: () => World) {
  /** Open cases with an address in them, one more each time in the same world. */
  async function cases(count: number): Promise<{ id: string; digest: Buffer }[]> {
    const list = []
    for (let i = 0; i < count; i++) {
      const text = `dora@example.org ${another()}`
      const { digest } = await flaggedItem(of(), text, [emailClaim(text, 'dora@example.org')])
      list.push({ id: (await oneCase(of(), digest)).id, digest })
    }
    return list
  }

  const asked = (given: Partial<PrepareInput>): PrepareInput => ({
    datasetId: of().datasetId,
    action: 'redact',
    reasonCode: 'pii.contact',
    policyVersionId: of().policyId,
    caseIds: [],
    label: undefined,
    ...given,
  })

  async function prepared(given: Partial<PrepareInput>) {
    const { bulkId } = await transact((tx) => prepareBulk(tx, of().lead, asked(given)), of().db)
    return { datasetId: of().datasetId, bulkId }
  }

  async function started(given: Partial<PrepareInput>) {
    const at = await prepared(given)
    await transact((tx) => startBulk(tx, of().lead, at), of().db)
    return at
  }

  async function carriedOut(given: Partial<PrepareInput>) {
    const at = await started(given)
    await continueBulk(at)
    return at
  }

  async function undone(bulkId: string) {
    const undo = await transact(
      (tx) => prepareUndo(tx, of().lead, { datasetId: of().datasetId, bulkId }),
      of().db,
    )
    await transact((tx) => startBulk(tx, of().lead, undo), of().db)
    await continueBulk(undo)
    return undo
  }

  const results = ({ bulkId }: { bulkId: string }) =>
    database.sql`
      select i.case_id as id, i.state, i.why from bulk_item i where bulk_id = ${bulkId} order by n`
  const stateOf = async ({ bulkId }: { bulkId: string }) =>
    (await database.sql`select state, total, decided, skipped, stopped from bulk where id = ${bulkId}`)[0]
  /** What the people of a case see of it: its status and the decision in force. */
  const standing = async (id: string) =>
    (
      await database.sql`
        select c.status, c.round, d.action, d.kind, d.reason_code as reason, jsonb_array_length(d.spans) as spans
        from review_case c left join decision d on d.id = c.decision_id where c.id = ${id}`
    )[0]

  return { cases, asked, prepared, started, carriedOut, undone, results, stateOf, standing }
}
