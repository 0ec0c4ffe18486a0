import { describe, expect, it } from 'vitest'
import { describeEntry, describeOpened } from '@/lib/log/describe'
import { inGerman } from '@/tests/support/in-german'
import type { Entry } from '@/lib/log/entries'

const id = '7b0c9d0e-5f0a-4c57-9a3e-2f1d6c8b4a90'
const digest = 'ab'.repeat(32)
const envelope = { v: 1 as const, id, at: '2026-11-20T09:00:00Z', c: 'A'.repeat(43) }
const decision: Entry = { ...envelope, t: 'decision', dataset: 'tea', policy: digest }
const role: Entry = { ...envelope, t: 'role', dataset: 'tea' }
const sealed: Entry = { ...envelope, t: 'sealed', at: '2026-11-20T00:00:00Z' }
const made = {
  scope: 'content',
  target: { digest },
  action: 'redact',
  category: 'pii',
  reason: 'pii-phone',
  spans: [{ field: 'text', start: 0, end: 4 }],
  supersedes: null,
}

describe('the sentence for an entry', () => {
  it.each<[Entry, string]>([
    [decision, 'An item of tea was decided under policy abababababab.'],
    [
      { ...envelope, t: 'takedown', dataset: 'tea', event: 'outcome' },
      'A takedown request got its outcome about tea.',
    ],
    [{ ...envelope, t: 'suppression', dataset: 'tea' }, 'The standing exclusions of tea were changed.'],
    [
      { ...envelope, t: 'policy', dataset: null, policy: digest, number: 2 },
      'Version 2 of the default policy came into force (abababababab).',
    ],
    [role, 'A role in tea was granted or revoked.'],
    [
      {
        ...envelope,
        t: 'revision',
        dataset: 'tea',
        number: 1,
        files: digest,
        rows: { good: 12_345, bad: 1 },
      },
      'Revision 1 of tea was imported: 12,345 rows, 1 quarantined.',
    ],
    [
      {
        ...envelope,
        t: 'release_notice',
        dataset: 'tea',
        profile: 'world',
        version: '2.0.0',
        release: digest,
        notice: 'superseded_for_legal_reasons',
      },
      'Release 2.0.0 of tea was superseded for legal reasons.',
    ],
    [
      { ...envelope, t: 'profile', dataset: 'tea', profile: 'eu', change: 'added' },
      'Releases of tea are published for the profile eu too.',
    ],
    [
      { ...envelope, t: 'profile', dataset: 'tea', profile: 'eu', change: 'ended' },
      'Releases of tea are no longer published for the profile eu.',
    ],
    [
      { ...envelope, t: 'erasure', of: id },
      `The private part of entry ${id} was destroyed. Its proofs stay valid.`,
    ],
    [sealed, 'Something restricted was recorded. Neither what nor where is public.'],
  ])('is plain and says only what is public: $0.t', (entry, sentence) => {
    expect(describeEntry(entry)).toBe(sentence)
  })

  it('accounts for the rows of a release', () => {
    const rows = { in: 10, untouched: 7, redacted: 1, removed: 1, restricted: 1 }
    const digests = { files: digest, release: digest, manifest: digest }
    const release: Entry = {
      ...envelope,
      ...digests,
      t: 'release',
      dataset: 'tea',
      profile: 'world',
      version: '2.0.0',
      disclosure: 'rows',
      log_size: 9,
      rows,
    }
    expect(describeEntry(release)).toBe(
      'Release 2.0.0 of tea was published: of 10 rows, 7 untouched, 1 redacted, 1 removed, 1 restricted.',
    )
  })
})

describe('the sentences of a draw', () => {
  const draw: Entry = {
    ...envelope,
    t: 'audit_draw',
    dataset: 'tea',
    k: 20,
    from: 0,
    to: 900,
    witness: digest,
  }

  it('say what will be drawn from, and whose signature draws', () => {
    expect(describeEntry(draw)).toBe(
      '20 decisions of tea among entries 0 to 900 will be drawn for auditors, by what a witness signs next.',
    )
    expect(describeEntry({ ...draw, dataset: null, k: 1, witness: null })).toBe(
      '1 decision of all datasets among entries 0 to 900 will be drawn for auditors, by the next checkpoint.',
    )
    expect(describeEntry({ ...envelope, t: 'audit_seed', of: id, size: 905, seed: digest })).toBe(
      `The draw that entry ${id} announced was made by the checkpoint of size 905.`,
    )
  })
})

describe('the sentence for staff', () => {
  it('adds what the opening holds', () => {
    expect(describeOpened(decision, made)).toBe('Redacted an item in tea as pii, for pii-phone.')
    expect(describeOpened(decision, { ...made, action: 'keep', supersedes: id })).toBe(
      'Kept an item in tea as pii, for pii-phone, in place of an earlier decision.',
    )
  })

  it('names people as the caller knows them', () => {
    const value = { change: 'granted', person: id, role: 'lead', actor: 'system:setup' }
    const names: Record<string, string> = { [`member:${id}`]: 'Wren', 'system:setup': 'The first start' }
    expect(describeOpened(role, value, (ref) => names[ref] ?? ref)).toBe(
      'The first start granted the role lead in tea to Wren.',
    )
  })

  it('says of a sealed entry what it hid', () => {
    const value = {
      type: 'decision',
      public: { dataset: 'tea', policy: digest },
      private: made,
      actor: 'member:x',
    }
    expect(describeOpened(sealed, value)).toBe('Restricted: a decision in tea, by member:x.')
  })

  it('does not put up with an opening of another type', () => {
    expect(() => describeOpened(role, made)).toThrow()
    expect(() => describeOpened(decision, { ...made, note: 'x' })).toThrow()
  })
})

describe('the sentence for a reader of German', () => {
  it('is German, numbers grouped as on every page', () => {
    const rows = { good: 12_345, bad: 1 }
    const revision: Entry = { ...envelope, t: 'revision', dataset: 'tea', number: 1, files: digest, rows }
    expect(inGerman(() => describeEntry(revision))).toBe(
      'Fassung 1 von tea wurde eingelesen: 12\u202f345 Zeilen, 1 in Quarantäne.',
    )
  })

  it('has words for what is a code in the log, and leaves a code that came later as it is', () => {
    const opened = (kind: string) =>
      inGerman(() =>
        describeOpened(
          { ...envelope, t: 'suppression', dataset: 'tea' },
          { change: 'added', rule: id, kind, decision: id, actor: 'Wren' },
        ),
      )
    expect(opened('url')).toBe('Ein ständiger Ausschluss nach Adresse wurde in tea hinzugefügt, von Wren.')
    expect(opened('isbn')).toContain('nach isbn wurde')
  })
})
