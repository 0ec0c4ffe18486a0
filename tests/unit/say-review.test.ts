import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { inGerman } from '@/tests/support/in-german'
import { keyboardInput } from '@/lib/keyboard/input'
import { COMMANDS, USUAL_KEY } from '@/lib/keyboard/labels'
import { groundError } from '@/lib/review/ground'
import { historyOf } from '@/lib/review/history'
import { decideInput, optionalCount } from '@/lib/review/input'
import { ACTIONS } from '@/lib/review/labels'
import { alreadyDecided } from '@/lib/review/status'

const at = new Date('2026-11-21T14:05:09Z')
const reason = {
  code: 'pii-contact',
  category: 'pii',
  label: 'Contact details',
  guidance: '',
  actions: ['redact', 'remove'],
}

type Decided = Parameters<typeof historyOf>[0]['decisions'][number]
const decided: Decided = {
  ...{ id: 'd', at, by: 'calm-heron', category: 'pii', reasonCode: 'pii-contact', action: 'remove' },
  ...{ kind: 'override', scope: 'content', territories: null, supersedes: null },
}
const said = (decision: Partial<Decided>) =>
  historyOf({
    flags: [],
    votes: [],
    decisions: [{ ...decided, ...decision }],
    reveals: [],
    appeals: [],
    reopenedAt: null,
  })[0]?.text

describe('what is said of cases', () => {
  it.each<[Partial<Decided>, string]>([
    [{}, 'calm-heron removed the item as a lead (pii-contact).'],
    [{ kind: 'quorum', scope: 'occurrence' }, 'calm-heron removed one row (pii-contact).'],
    [
      { kind: 'batch', scope: 'source', territories: ['eu', 'us'], supersedes: 'c' },
      'calm-heron removed what comes from its source in a batch, in eu, us only (pii-contact), in place of the decision before.',
    ],
  ])('is a sentence for every decision: %j', (decision, sentence) => {
    expect(said(decision)).toBe(sentence)
  })

  it('is German for whoever chose it, with the words in the order German has them', () => {
    expect(inGerman(() => said({ territories: ['eu'], supersedes: 'c' }))).toBe(
      'calm-heron hat den Eintrag als Leitung entfernt, nur in eu (pii-contact), anstelle der vorigen Entscheidung.',
    )
    const found = { decided: { by: 'calm-heron', at, action: 'keep' as const } }
    expect(alreadyDecided(found)).toBe(
      'This case was already decided by calm-heron at 21 November 2026, 14:05:09 UTC: keep.',
    )
    expect(inGerman(() => alreadyDecided(found))).toBe(
      'Diesen Fall hat calm-heron bereits entschieden (21. November 2026, 14:05:09 UTC): behalten.',
    )
    expect(groundError(reason, { category: 'hate' }, 'redact')).toBe(
      '“Contact details (pii-contact)” is not a reason for hate and abuse.',
    )
    expect(inGerman(() => groundError(reason, { category: 'pii' }, 'keep'))).toBe(
      '„Contact details (pii-contact)“ erlaubt „behalten“ nicht; erlaubt ist: schwärzen, entfernen.',
    )
  })

  it('refuses a vote in the language of who cast it, not in that of whoever loaded the rules', () => {
    const problems = () =>
      decideInput.safeParse({}).error?.issues.find(({ path }) => path[0] === 'reasonCode')?.message
    expect([problems(), inGerman(problems)]).toEqual(['Choose a reason.', 'Wählen Sie einen Grund.'])
  })
})

describe('the keys of the page of a case', () => {
  it('are named after what they do, and the space bar by its name in either language', () => {
    for (const { keys, labels } of Object.values(CATALOGUES))
      for (const action of ACTIONS)
        expect(keys.command[action]).toBe(labels.action[action].verb.toLowerCase())
    const typed = Object.fromEntries(COMMANDS.map((command) => [`key.${command}`, USUAL_KEY[command]]))
    const form = { ...typed, 'key.reveal': 'Leertaste' }
    expect(inGerman(() => keyboardInput.parse(form)).keys).toEqual({})
    expect(inGerman(() => keyboardInput.parse({ ...form, 'key.reveal': 'Space' })).keys).toEqual({})
    expect(keyboardInput.safeParse(form).success).toBe(false)
  })
})

it('says of a number in a form which numbers it takes, whatever else was written there', () => {
  const field = optionalCount(1, 1_000)
  for (const written of ['many', '1.5', '0', '1001'])
    expect(field.safeParse(written).error?.issues[0]?.message, written).toBe(
      'Write a whole number from 1 to 1000.',
    )
  expect(field.parse('')).toBeNull()
  expect(field.parse('30')).toBe(30)
})
