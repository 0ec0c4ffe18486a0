import { describe, expect, it } from 'vitest'
import {
  attestationField,
  ATTESTATIONS,
  attestationsOf,
  CURRENT_ATTESTATION,
} from '@/lib/takedowns/attestations'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { draftInput, MAX_TARGETS_TEXT, submissionInput } from '@/lib/takedowns/input'
import { askProofInput } from '@/lib/takedowns/process-input'
import { categoryOf, KINDS, mustSayWhere, questionsOf } from '@/lib/takedowns/kinds'

type Fields = Record<string, string>

/** A form of this kind, filled in as somebody would. */
function filled(kind: (typeof KINDS)[number]): Fields {
  const answers = questionsOf(kind).map(({ name, options, min, signs }) => [
    name,
    options?.[0]?.value ?? (signs ? 'Ada Example' : 'wordwise '.repeat(1 + min / 9).trim()),
  ])
  const ticks = attestationsOf(CURRENT_ATTESTATION[kind]).map(({ key }) => [attestationField(key), 'on'])
  return {
    kind,
    dataset: 'forum',
    targets: 'row 3',
    ...Object.fromEntries([...answers, ...ticks]),
    email: 'ada@example.org',
  }
}

const problems = (fields: Readonly<Record<string, unknown>>) =>
  submissionInput.safeParse(fields).error?.issues.map(({ path }) => path.join('.')) ?? []

describe.each(KINDS)('the form for %s', (kind) => {
  it('accepts what it asks for, and drops what it does not ask', () => {
    const parsed = submissionInput.parse({ ...filled(kind), passport: 'X123', is_admin: 'on' })
    expect(parsed).toMatchObject({ kind, dataset: 'forum', targets: 'row 3', email: 'ada@example.org' })
    expect(JSON.stringify(parsed)).not.toMatch(/passport|is_admin/)
  })

  it('names every missing answer at its field', () => {
    const required = questionsOf(kind).filter(({ min }) => min > 0)
    const attested = attestationsOf(CURRENT_ATTESTATION[kind])
    expect(problems({ kind }).sort()).toEqual(
      [
        'dataset',
        ...(mustSayWhere(kind, {}) ? ['targets'] : []),
        ...required.map(({ name }) => name),
        ...attested.map(({ key }) => attestationField(key)),
      ].sort(),
    )
  })

  it('declares a wording that is on record', () => {
    expect(ATTESTATIONS[CURRENT_ATTESTATION[kind]]?.length).toBeGreaterThan(0)
  })
})

it('takes no address that could end a mail header', () => {
  for (const email of [
    'a@example.org\r\nBcc: all@example.org',
    'a@example.org\nx',
    'a@example.org, b@example.org',
    'Ada <a@example.org>',
    'a\u0000@example.org',
  ]) {
    expect(problems({ ...filled('other'), email }), email).toEqual(['email'])
  }
})

it('leaves no line breaks, NUL or direction marks in a name', () => {
  const { name } = submissionInput.parse({ ...filled('other'), name: 'Ada\r\nBcc: x\u0000\u202e ecalevoL' })
  expect(name).toBe('Ada Bcc: x ecalevoL')
})

it('keeps the paragraphs of a statement and nothing that hides text', () => {
  const statement = 'The first of two paragraphs.\r\n\r\nThe second\u2066 one.\u0000'
  expect(submissionInput.parse({ ...filled('other'), statement }).answers.statement).toBe(
    'The first of two paragraphs.\n\nThe second  one.',
  )
})

it('refuses more text than one request can hold', () => {
  expect(problems({ ...filled('other'), targets: 'x'.repeat(MAX_TARGETS_TEXT + 1) })).toEqual(['targets'])
  expect(problems({ ...filled('other'), statement: 'x'.repeat(5_001) })).toEqual(['statement'])
})

it('refuses a choice that was not offered', () => {
  expect(problems({ ...filled('privacy'), relation: 'neighbour' })).toEqual(['relation'])
  expect(problems({ ...filled('privacy'), kind: 'nonsense' })).toEqual(['kind'])
})

it('takes several rights in one form, each once, and nothing that is no right', () => {
  const asked = (right: unknown) =>
    submissionInput.parse({ ...filled('privacy'), right, correction: 'My name.' })
  expect(asked(['access', 'erasure']).answers.right).toBe('erasure,access')
  expect(asked('rectification,access,access').answers.right).toBe('rectification,access')
  for (const right of [[], '', undefined, ['erasure', 'fame'], 'erasure,fame', 7])
    expect(problems({ ...filled('privacy'), right }), JSON.stringify(right)).toEqual(['right'])
  const { values } = draftInput.parse({ ...filled('privacy'), right: ['erasure', 'access'], intent: 'check' })
  expect(values.right, 'carried through the page to check').toBe('erasure,access')
  expect(asked(values.right).answers.right).toBe('erasure,access')
})

it('takes a restriction and an opt-out of sale, and says at the choice where the law of a place has no such thing', () => {
  const refused = (right: string, regime: string) => {
    const parsed = submissionInput.safeParse({ ...filled('privacy'), right, regime })
    return parsed.success ? null : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
  }
  const { noRestriction, noOptOutOfSale } = CATALOGUES['en-GB'].takedowns.input
  for (const regime of ['', 'gdpr', 'uk', 'other']) expect(refused('restriction', regime), regime).toBeNull()
  for (const regime of ['', 'ccpa', 'other']) expect(refused('opt_out_of_sale', regime), regime).toBeNull()
  expect(refused('restriction', 'ccpa')).toEqual([['right', noRestriction]])
  expect(refused('erasure,restriction', 'ccpa')).toEqual([['right', noRestriction]])
  for (const regime of ['gdpr', 'uk'])
    expect(refused('opt_out_of_sale,access', regime), regime).toEqual([['right', noOptOutOfSale]])
})

it('asks what is to be corrected only of who wants a correction, beside what else they want', () => {
  const without = { ...filled('privacy'), correction: '' }
  expect(problems({ ...without, right: ['erasure', 'access'] })).toEqual([])
  expect(problems({ ...without, right: ['access', 'rectification'] })).toEqual(['correction'])
})

it('asks who acts for somebody else by what they do, and nobody who asks for themselves', () => {
  const without = { ...filled('privacy'), authority: '' }
  expect(problems({ ...without, relation: 'self' })).toEqual([])
  for (const relation of ['child', 'agent', 'deceased'])
    expect(problems({ ...without, relation }), relation).toEqual(['authority'])
  const likeness = { ...filled('publicity'), authority: '' }
  expect(problems({ ...likeness, relation: 'self' })).toEqual([])
  for (const relation of ['agent', 'heir'])
    expect(problems({ ...likeness, relation }), relation).toEqual(['authority'])
})

it('takes a whole name where the law wants a signature, in every script, and no initials or signs', () => {
  for (const kind of ['copyright', 'counter_notice', 'publicity'] as const) {
    for (const name of [
      'Ada Example',
      'J. Doe',
      'Fennel Row Books',
      'Suharto Suharto',
      '山田太郎',
      '김민준',
      'Ελένη Π.',
    ])
      expect(problems({ ...filled(kind), name }), name).toEqual([])
    for (const name of ['x1', 'Ada', 'x', '1 2', '-- --', 'Ada 7'])
      expect(problems({ ...filled(kind), name }), name).toEqual(['name'])
  }
  expect(problems({ ...filled('privacy'), name: 'Ada' }), 'nothing is signed').toEqual([])
})

it.each(['copyright', 'licence'] as const)(
  'has a claim about all of a dataset declared by itself (%s), and still says where',
  (kind) => {
    const claim: Record<string, unknown> = { ...filled(kind), reach: 'whole' }
    delete claim.whole
    expect(problems(claim)).toEqual(['whole'])
    expect(problems({ ...claim, whole: 'yes' })).toEqual(['whole'])
    expect(problems({ ...claim, whole: ['declared'] })).toEqual([])
    expect(problems({ ...claim, whole: ['declared'], targets: '' })).toEqual(['targets'])
    expect(problems({ ...claim, reach: 'listed' })).toEqual([])
  },
)

it('sends reports of restricted material to their own category', () => {
  expect(categoryOf('illegal_content', { concern: 'child_safety' })).toBe('child_safety')
  expect(categoryOf('illegal_content', { concern: 'ncii' })).toBe('ncii')
  expect(categoryOf('illegal_content', { concern: 'hate' })).toBe('hate')
  expect(categoryOf('illegal_content', { concern: 'illegal' })).toBe('illegal')
  expect(categoryOf('privacy', {})).toBe('pii')
})

it('keeps each place of a proof apart, though the form names one of each', () => {
  const places = { address: 'a-fingerprint', domain: 'soup.example', page: 'https://soup.example/1' }
  const requestId = '0b9f3a52-6b5c-4c6e-9f67-0e2f4d3c5b6a'
  for (const method of ['row_address', 'page', 'well_known', 'dns'])
    expect(askProofInput.parse({ requestId, ...places, method })).toMatchObject({ ...places, method })
})
