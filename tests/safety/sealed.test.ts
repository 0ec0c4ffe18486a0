import path from 'node:path'
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

/** Every column with sealed values, by schema file: how an erasure reaches it. */
const REACHED = {
  datasets: { body: 'item_content: its row goes, and the key of the item' },
  log: {
    body: 'log_pending and log_entry: bytes of an entry, which are public',
    sealed: 'log_opening: the key of what it is about',
  },
  mail: { sealed: 'mail_message: the key of its request, application, holder or look-up' },
  review: { note: 'review and decision: the key of the item' },
  'review-facts': {
    grounds: 'appeal: the key of the item',
    note: 'case_note: the key of the item',
    sealed: 'held_vote: the key of the item',
  },
  golden: {
    rationale: 'golden_item: the key of the item',
    retiredNote: 'golden_item: the key of the item',
    objection: 'golden_serving: the key of the item',
  },
  volunteers: { sealed: 'volunteer_application: a key of its own' },
  takedowns: { sealed: 'takedown_contact and takedown_target: their rows go, and the key of the request' },
  'takedown-process': { sealed: 'takedown_word and takedown_proof: the key of the request' },
  answers: { sealed: 'takedown_answer: the key of the request' },
  attachments: { sealed: 'takedown_attachment: its row goes, its blob, and the key of the request' },
  urgent: { sealed: 'authority_report: its row goes, and the key of the request' },
  clocks: { note: 'takedown_clock_event: the key of the request' },
  'other-side': {
    sealed: 'court_filing: the key of the request',
    grounds: 'sender_measure: the key of the request',
  },
  publicity: { sealed: 'takedown_reservation: the key of the request' },
  copies: {
    sealed: 'copy_holder: its row goes, and a key of its own',
    reason: 'copy_vetting: by the key of the holder alone',
  },
  lookup: { sealed: 'lookup_search: its row goes' },
  senders: { sealed: 'sender: a key of its own' },
} satisfies Record<string, Record<string, string>>

test('every column with sealed values is reached by an erasure: by its rows, or by the key alone', () => {
  const named = /(\w+): bytes\('(?:sealed|body|note|reason|grounds|rationale|retired_note|objection)'\)/g
  const columns = repositoryFiles(/^db\/schema\/.*\.ts$/).flatMap(({ file, text }) =>
    [...text.matchAll(named)].map(([, name]) => `${path.basename(file, '.ts')} ${name}`),
  )
  const reached = Object.entries(REACHED).flatMap(([file, fields]) =>
    Object.keys(fields).map((name) => `${file} ${name}`),
  )
  expect([...new Set(columns)].sort()).toEqual(reached.sort())
})
