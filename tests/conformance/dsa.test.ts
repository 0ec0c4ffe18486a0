import { describe, expect, test } from 'vitest'
import { CATEGORY, KEYWORD, TERRITORIES, VISIBILITY } from '@/lib/exports/dsa-enums'
import { batchSchema, FREE_TEXT, statementSchema } from '@/lib/exports/dsa-schema'
import { type Decided, statementOf, withoutPersonalData } from '@/lib/exports/dsa-statement'

/* The rules of the DSA Transparency Database (schema of 1 July 2025), field by field, with records of our own. */

const INCOMPATIBLE = {
  decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
  decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
  incompatible_content_ground: 'Dataset policy, version 3',
  incompatible_content_explanation: 'Contact details of a private person.',
  content_type: ['CONTENT_TYPE_TEXT'],
  category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  content_date: '2026-05-01',
  application_date: '2026-11-20',
  decision_facts: 'Two reviewers found contact details in one item.',
  source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
  automated_detection: 'Yes',
  automated_decision: 'AUTOMATED_DECISION_PARTIALLY',
  puid: 'dec-0190f5e2-7c1b-7b6a-9d0e-3b8a2f1c4d55',
}
const { incompatible_content_ground: _, incompatible_content_explanation: __, ...common } = INCOMPATIBLE
const ILLEGAL = {
  ...common,
  decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
  illegal_content_legal_ground: 'DE: StGB s. 130',
  illegal_content_explanation: 'Incitement against a group.',
  category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  category_specification: ['KEYWORD_HATE_SPEECH'],
  territorial_scope: ['DE'],
  source_type: 'SOURCE_ARTICLE_16',
}

/** Where a record is refused. */
const refused = (record: Record<string, unknown>): string[] =>
  statementSchema
    .safeParse(record)
    .error?.issues.map(({ path, code, ...issue }) =>
      code === 'unrecognized_keys' && 'keys' in issue ? String(issue.keys) : String(path[0]),
    ) ?? []
const without = (field: string, from: Record<string, unknown> = INCOMPATIBLE) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== field))

describe('a statement of reasons', () => {
  test('the smallest valid records are valid', () => {
    expect(refused(INCOMPATIBLE)).toEqual([])
    expect(refused(ILLEGAL)).toEqual([])
  })

  test('the enumerations have as many values as the database lists', () => {
    expect([VISIBILITY, CATEGORY, KEYWORD, TERRITORIES].map((list) => new Set(list).size)).toEqual([
      7, 16, 69, 30,
    ])
  })

  test.each([
    ...['decision_ground', 'content_type', 'category', 'content_date', 'application_date'],
    ...['decision_facts', 'source_type', 'automated_detection', 'automated_decision', 'puid'],
    ...['incompatible_content_ground', 'incompatible_content_explanation'],
  ])('needs %s', (field) => {
    expect(refused(without(field))).toEqual([field])
  })

  test.each(['illegal_content_legal_ground', 'illegal_content_explanation'])(
    'needs %s of illegal content',
    (field) => {
      expect(refused(without(field, ILLEGAL))).toEqual([field])
    },
  )

  test('needs a decision of one of the four kinds', () => {
    const none = without('decision_visibility')
    expect(refused(none)).toEqual(['decision_visibility'])
    for (const decision of [
      { decision_monetary: 'DECISION_MONETARY_SUSPENSION' },
      { decision_provision: 'DECISION_PROVISION_TOTAL_SUSPENSION' },
      { decision_account: 'DECISION_ACCOUNT_SUSPENDED' },
    ])
      expect(refused({ ...none, ...decision })).toEqual([])
  })

  test.each<[string, Record<string, unknown>]>([
    ['decision_visibility_other', { decision_visibility: ['DECISION_VISIBILITY_OTHER'] }],
    ['decision_visibility_other', { decision_visibility_other: 'Something else' }],
    ['decision_monetary_other', { decision_monetary: 'DECISION_MONETARY_OTHER' }],
    ['decision_monetary_other', { decision_monetary_other: 'Something else' }],
    ['content_type_other', { content_type: ['CONTENT_TYPE_OTHER'] }],
    ['content_type_other', { content_type_other: 'Something else' }],
    ['category_specification_other', { category_specification_other: 'Something else' }],
    ['illegal_content_legal_ground', { illegal_content_legal_ground: 'A law' }],
    ['incompatible_content_illegal', { ...ILLEGAL, incompatible_content_illegal: 'Yes' }],
    ['source_identity', { source_type: 'SOURCE_VOLUNTARY', source_identity: 'A body' }],
    ['category_addition', { category_addition: [INCOMPATIBLE.category] }],
    ['end_date_account_restriction', { end_date_account_restriction: '2027-01-01' }],
    ['decision_visibility', { decision_visibility: [] }],
    ['decision_visibility', { decision_visibility: ['DECISION_VISIBILITY_CONTENT_HIDDEN'] }],
    ['category', { category: 'STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT' }],
    ['category_specification', { category_specification: ['KEYWORD_UNKNOWN'] }],
    ['automated_decision', { automated_decision: 'No' }],
    ['automated_detection', { automated_detection: 'No.' }],
    ['source_type', { source_type: 'SOURCE_USER' }],
    ['territorial_scope', { territorial_scope: ['EL'] }],
    ['territorial_scope', { territorial_scope: ['de'] }],
    ['content_language', { content_language: 'en' }],
    ['content_language', { content_language: 'GR' }],
    ['content_date', { content_date: '1999-12-31' }],
    ['content_date', { content_date: '2038-01-02' }],
    ['content_date', { content_date: '2026-02-30' }],
    ['content_date', { content_date: '01/05/2026' }],
    ['application_date', { application_date: '2019-12-31' }],
    ['decision_facts', { decision_facts: 'x'.repeat(5001) }],
    ['decision_facts', { decision_facts: '   ' }],
    ['incompatible_content_ground', { incompatible_content_ground: 'x'.repeat(501) }],
    ['incompatible_content_explanation', { incompatible_content_explanation: 'x'.repeat(2001) }],
    ['decision_ground_reference_url', { decision_ground_reference_url: 'no address' }],
    ['content_id', { content_id: { 'EAN-13': '123' } }],
    ['content_language_other', { content_language_other: 'Latin' }],
    ['puid', { puid: '' }],
    ['puid', { puid: 'a b' }],
    ['puid', { puid: 'https://x.example/1' }],
    ['puid', { puid: 'x'.repeat(501) }],
    ['puid', { puid: `dec-${'0f'.repeat(32)}` }],
  ])('refuses a wrong %s: %o', (field, change) => {
    expect(refused({ ...INCOMPATIBLE, ...change })).toContain(field)
  })

  test('accepts what the rules allow beside it', () => {
    for (const change of [
      {
        decision_visibility: ['DECISION_VISIBILITY_OTHER'],
        decision_visibility_other: 'Span-level redaction',
      },
      { category_specification: ['KEYWORD_OTHER'], category_specification_other: 'AI-training opt-out' },
      { category_addition: ['STATEMENT_CATEGORY_VIOLENCE'], content_language: 'EL' },
      { end_date_visibility_restriction: null, incompatible_content_illegal: 'No' },
      { content_id: { 'EAN-13': '4006381333931' }, puid: 'x'.repeat(500) },
    ])
      expect(refused({ ...INCOMPATIBLE, ...change }), JSON.stringify(change)).toEqual([])
  })

  test('a call carries from 1 to 100 of them, none twice', () => {
    const numbered = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ ...INCOMPATIBLE, puid: `dec-${i}` }))
    expect(batchSchema.safeParse({ statements: numbered(100) }).success).toBe(true)
    expect(batchSchema.safeParse({ statements: numbered(101) }).success).toBe(false)
    expect(batchSchema.safeParse({ statements: [] }).success).toBe(false)
    expect(batchSchema.safeParse({ statements: [INCOMPATIBLE, INCOMPATIBLE] }).success).toBe(false)
  })
})

const DECIDED: Decided = {
  id: '0190f5e2-7c1b-7b6a-9d0e-3b8a2f1c4d55',
  category: 'pii',
  action: 'remove',
  kind: 'quorum',
  bySystem: false,
  reason: 'Contact details of a private person',
  policy: 3,
  territories: null,
  language: 'und',
  at: new Date('2026-11-20T10:00:00Z'),
  hostedSince: new Date('2026-05-01T10:00:00Z'),
  detected: true,
  requests: [],
  notices: [],
  rights: [],
  reported: false,
}

describe('a decision as a statement', () => {
  test('follows the mapping of actions, categories, sources and automation', () => {
    expect(statementOf(DECIDED)).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      category_specification: ['KEYWORD_MISSING_PROCESSING_GROUND'],
      content_date: '2026-05-01',
      application_date: '2026-11-20',
      source_type: 'SOURCE_VOLUNTARY',
      automated_detection: 'Yes',
      automated_decision: 'AUTOMATED_DECISION_PARTIALLY',
      puid: `dec-${DECIDED.id}`,
    })
    expect(
      statementOf({ ...DECIDED, requests: ['privacy'], rights: ['erasure'], detected: false }),
    ).toMatchObject({
      category_specification: ['KEYWORD_RIGHT_TO_BE_FORGOTTEN'],
      source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    })
    expect(
      statementOf({
        ...DECIDED,
        category: 'copyright',
        action: 'redact',
        requests: ['copyright'],
        language: 'el',
      }),
    ).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_OTHER'],
      decision_visibility_other: 'Span-level redaction',
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      source_type: 'SOURCE_ARTICLE_16',
      content_language: 'EL',
    })
    expect(statementOf({ ...DECIDED, category: 'opt_out', bySystem: true })).toMatchObject({
      category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
      category_specification_other: 'AI-training opt-out',
      automated_decision: 'AUTOMATED_DECISION_FULLY',
    })
  })

  test.each([
    [['erasure'], 'KEYWORD_RIGHT_TO_BE_FORGOTTEN'],
    [['objection'], 'KEYWORD_RIGHT_TO_BE_FORGOTTEN'],
    [['access', 'objection'], 'KEYWORD_RIGHT_TO_BE_FORGOTTEN'],
    [['rectification'], 'KEYWORD_MISSING_PROCESSING_GROUND'],
    [['access', 'rectification'], 'KEYWORD_MISSING_PROCESSING_GROUND'],
    [[], 'KEYWORD_MISSING_PROCESSING_GROUND'],
  ] as const)('is about a right to be forgotten where one was asked for: %j', (rights, keyword) => {
    const made = statementOf({ ...DECIDED, action: 'redact', requests: ['privacy'], rights })
    expect(made?.category_specification).toEqual([keyword])
    const other = statementOf({ ...DECIDED, category: 'other', requests: ['privacy'], rights })
    expect(other?.category_specification ?? []).not.toContain('KEYWORD_RIGHT_TO_BE_FORGOTTEN')
  })

  test('is valid for every action, category and kind there is', () => {
    const categories = [
      'pii',
      'secrets',
      'copyright',
      'licence',
      'hate',
      'illegal',
      'opt_out',
      'other',
      'unheard_of',
    ]
    for (const category of categories)
      for (const action of ['remove', 'redact', 'restrict', 'label'] as const)
        for (const kind of ['quorum', 'override', 'batch', 'adjudication', 'reversal'] as const)
          expect(
            statementOf({ ...DECIDED, category, action, kind, territories: ['de', 'us'] }),
          ).not.toBeNull()
  })

  test('says of what was taken back only that it was: nobody of the team did it where a term or its sender brought that about', () => {
    const made = statementOf({ ...DECIDED, action: 'redact', kind: 'reversal', bySystem: true })
    expect(made?.decision_facts).toMatch(/^A decision about one item of a dataset was taken back: /)
  })

  test('there is none where nothing was restricted, nor of a restricted category', () => {
    expect(statementOf({ ...DECIDED, action: 'keep' })).toBeNull()
    for (const category of ['ncii', 'child_safety']) expect(statementOf({ ...DECIDED, category })).toBeNull()
  })

  test('personal data in the words of a policy becomes a canned text', () => {
    const made = statementOf({ ...DECIDED, reason: 'Write to jane.doe@example.org if in doubt' })
    expect(JSON.stringify(made)).not.toContain('jane')
    expect(made?.incompatible_content_explanation).toMatch(/break the policy/)
    expect(() => withoutPersonalData({ source_identity: 'jane.doe@example.org' })).toThrow(/canned/)
    expect(FREE_TEXT).toHaveLength(10)
  })
})
