import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { dataset, logPending } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { CATEGORIES } from '@/lib/detection/categories'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { policyForm } from '@/lib/policies/input'
import { policyDigest, publishPolicy } from '@/lib/policies/publish-version'
import { policyInForce } from '@/lib/policies/queries'
import { formatReasons } from '@/lib/policies/reason-lines'
import { testDatabase } from '../support/database'

const test_ = testDatabase()
const reasons = [
  { code: 'pii.own', category: 'pii', label: 'Own', guidance: '', actions: ['redact' as const] },
]

describe('policies', () => {
  test('the first policy is published once and covers every category with a way to keep', async () => {
    await transact(publishFirstPolicy)
    await transact(publishFirstPolicy)
    const [row] = await test_.db
      .insert(dataset)
      .values({ slug: 'one', name: 'One', licence: 'CC0-1.0' })
      .returning()
    const policy = await policyInForce(test_.db, row?.id ?? '')
    expect(policy.number).toBe(1)
    const keepable = new Set(policy.reasons.filter((r) => r.actions.includes('keep')).map((r) => r.category))
    const categories = await test_.sql<{ id: string }[]>`select id from category`
    expect(categories.filter(({ id }) => !keepable.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('the code calls restricted and sensitive what the table of categories does', async () => {
    const rows = await test_.sql`
      select id, restricted = 1 as restricted, sensitive = 1 as sensitive from category order by id`
    const known = CATEGORIES.map(({ id, restricted, sensitive }) => ({ id, restricted, sensitive }))
    expect([...rows]).toEqual(known.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  })

  test('a dataset’s own version comes before the default, and each version has its log entry', async () => {
    const [row] = await test_.db
      .insert(dataset)
      .values({ slug: 'two', name: 'Two', licence: 'CC0-1.0' })
      .returning()
    const before = (await test_.admin.db.select({ id: logPending.id }).from(logPending)).length
    await transact((tx) => publishPolicy(tx, system('test'), { dataset: 'two', text: 'First.', reasons }))
    await transact((tx) => publishPolicy(tx, system('test'), { dataset: 'two', text: 'Second.', reasons }))
    const policy = await policyInForce(test_.db, row?.id ?? '')
    expect(policy).toMatchObject({ number: 2, text: 'Second.', ownText: true })
    expect((await test_.admin.db.select({ id: logPending.id }).from(logPending)).length).toBe(before + 2)
  })

  test('two who publish at once get two numbers', async () => {
    await test_.db.insert(dataset).values({ slug: 'three', name: 'Three', licence: 'CC0-1.0' })
    const made = await Promise.all(
      ['a', 'b'].map((text) =>
        transact((tx) => publishPolicy(tx, system('test'), { dataset: 'three', text, reasons })),
      ),
    )
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2])
  })

  test('of two who write from one version, the second is told that another is in force', async () => {
    const [row] = await test_.db
      .insert(dataset)
      .values({ slug: 'four', name: 'Four', licence: 'CC0-1.0' })
      .returning()
    const { id: basedOn } = await policyInForce(test_.db, row?.id ?? '')
    const write = (text: string) =>
      transact((tx) => publishPolicy(tx, system('test'), { dataset: 'four', text, reasons, basedOn }))
    await write('First.')
    await expect(write('Second.')).rejects.toThrow(/Version 1 came into force while you had this open/)
    expect(await policyInForce(test_.db, row?.id ?? '')).toMatchObject({ number: 1, text: 'First.' })
  })

  test('refuses a reason for a category that does not exist', async () => {
    const wrong = [
      {
        ...reasons[0],
        code: 'x',
        category: 'nonsense',
        label: 'X',
        guidance: '',
        actions: ['keep' as const],
      },
    ]
    await expect(
      transact((tx) => publishPolicy(tx, system('test'), { dataset: null, text: 'T', reasons: wrong })),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  test('the digest is SHA-256 over canonical JSON of reasons and text', () => {
    const canonical =
      '{"reasons":[{"actions":["redact"],"category":"pii","code":"pii.own","guidance":"","label":"Own"}],"text":"T"}'
    expect(policyDigest({ text: 'T', reasons }).toString('hex')).toBe(
      createHash('sha256').update(canonical).digest('hex'),
    )
  })
})

describe('the policy form', () => {
  test('reads back what it shows, and names the line that is no reason code', () => {
    const shown = [
      { code: 'pii.own', category: 'pii', actions: ['redact', 'remove'], label: 'Own', guidance: 'Words.' },
    ]
    const form = { dataset: 'one', text: 'T', reasons: formatReasons(shown) }
    expect(policyForm.parse(form).reasons).toEqual(shown)
    const wrong = policyForm.safeParse({ ...form, reasons: `${form.reasons}\nnonsense` })
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(/^Line 2:/)])
  })
})
