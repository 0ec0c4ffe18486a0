import { expect, test } from 'vitest'
import { repositoryFiles } from '../support/repository'

/** Who may seal under the instance's key, and what: nothing that is about a person or a text. */
const ABOUT_NOBODY = [
  // Openings of entries about policies, roles, revisions, releases, erasures.
  'lib/log/append.ts',
  // Letters that belong to no request; and "this letter has left".
  'lib/mail/outbox.ts',
  'lib/mail/delivery.ts',
  // "This letter was erased."
  'lib/takedowns/erase.ts',
  // Names of uploaded files, for some minutes.
  'lib/datasets/upload-ticket.ts',
]

test('what is about somebody is sealed under a key of its own, which an erasure can destroy', () => {
  const users = repositoryFiles(/^(app|lib)\/.*\.tsx?$/)
    .filter(({ file }) => !file.startsWith('lib/crypto/'))
    .filter(({ text }) => /\b(?:seal|sealJson)\(/.test(text) && /from '@\/lib\/crypto\/seal'/.test(text))
    .map(({ file }) => file)
  expect(users.sort()).toEqual([...ABOUT_NOBODY].sort())
})

test('every column with sealed values is reached by an erasure: by its rows, or by the key alone', () => {
  const columns = repositoryFiles(/^db\/schema\/.*\.ts$/).flatMap(({ text }) =>
    [
      ...text.matchAll(
        /^ {4}(\w+): bytes\('(sealed|body|note|grounds|rationale|retired_note|objection)'\)/gm,
      ),
    ].map(([, name]) => name),
  )
  // item_content.body, log_pending.body and log_entry.body (public), log_opening, takedown_contact, takedown_target, mail_message; under the item's key: review.note, decision.note,
  // case_note.note, appeal.grounds, held_vote.sealed, volunteer_application.sealed, copy_holder.sealed and sender.sealed (keys of their own), golden_item.rationale and retired_note, golden_serving.objection; under
  // the request's key: takedown_clock_event.note, takedown_reservation.sealed, court_filing.sealed, sender_measure.grounds; with rows that go: copy_holder.sealed, lookup_search.sealed
  expect(columns.sort()).toEqual([
    'body',
    'body',
    'body',
    'grounds',
    'grounds',
    'note',
    'note',
    'note',
    'note',
    'objection',
    'rationale',
    'retiredNote',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
    'sealed',
  ])
})
