/** Erasures. */
export const erasures = {
  title: 'Erasures',
  lead: 'Destroys a text, or what a request says of the person who sent it, everywhere it is kept: content, stored files, index, mailbox, and what opens the log’s entries about it. The log itself stays whole.',
  something: 'Erase something',
  soFar: 'Erasures so far',
  none: {
    title: 'Nothing has been erased',
    text: 'Requests that were never confirmed, or whose time is over, are erased by themselves and listed here too.',
  },
  look: {
    dataset: 'Dataset',
    name: 'Digest of the text, or number of the request',
    hint: 'The digest stands on the text’s case, the number on the request’s page. The next page says what would be destroyed.',
    action: 'Look it up',
    again: 'Look for something else',
  },
  preview: {
    title: 'What would be destroyed',
    dataset: 'Dataset',
    none: 'none',
    text: 'Text',
    content: { term: 'Stored content', held: 'one copy, sealed' },
    rows: {
      term: 'Rows in base files',
      held: '{rows, number} in {files}: each becomes a tombstone',
    },
    sources: 'Places with a source',
    revisions: {
      term: 'Revisions',
      held: '{revisions}: afterwards only who holds the base can rebuild them',
    },
    request: 'Request',
    contact: { term: 'Name, address and answers', held: 'one record' },
    targets: 'What it named',
    letters: 'Letters',
    openings: { term: 'Openings of log entries', held: '{n, number}, and the key they are sealed with' },
    releases: {
      title: 'Published releases stay as they were signed',
      text: '{releases} {n, plural, one {lists} other {list}} this text as kept, by digest and source. The next release leaves it out.',
    },
    empty: { title: 'Nothing is left of it', text: 'It has been erased, or was never stored here.' },
    blocked: {
      title: 'Not now',
      release: 'Release {version} is being made. Erase when it is published.',
      revision: 'Revision {number} is being imported. Erase when it is complete.',
      open: 'The request is open: decide it first, or have it withdrawn.',
    },
  },
  form: {
    basis: {
      label: 'What it rests on',
      hint: 'Kept with the erasure and, sealed, in the log.',
      choose: 'Choose',
    },
    sure: {
      label: 'Destroy it for good',
      hint: 'Nobody can bring it back. Backups made before still hold the base files until they are deleted.',
    },
    erase: 'Erase',
    erasing: 'Erasing…',
  },
  table: {
    caption: 'Erasures, newest first',
    what: 'What',
    dataset: 'Dataset',
    basis: 'Rests on',
    by: 'By',
    state: 'State',
    at: 'Asked for',
    text: 'Text <digest>{start}…</digest>',
    request: 'Request {reference}',
  },
  basis: {
    right_to_erasure: 'Right to erasure (GDPR Art. 17)',
    consent_withdrawn: 'Consent was withdrawn',
    court_order: 'Order of a court or an authority',
    unlawful_content: 'Unlawful to hold',
    retention_over: 'The time to keep it is over',
    never_confirmed: 'The address was never confirmed',
  },
  state: {
    files: 'Rewriting the stored files',
    replay: 'Erasing again after a restore',
    sweep: 'Removing what they replaced',
    done: 'Done',
  },
  by: { product: 'the product', left: 'somebody who has left' },
  input: {
    what: 'Say what to erase.',
    dataset: 'Choose a dataset',
    digest: 'The digest of an item has 64 characters, 0-9 and a-f',
    request: 'Type the number of a request, like 7QK4-M2XD, or the 64 characters of a digest',
    basis: 'Choose what the erasure rests on',
    sure: 'Tick the box: nobody can bring it back',
  },
  errors: {
    backup: 'A backup is being written. Try again when it is done.',
    imported: 'A revision was imported meanwhile. Erase again to reach it too.',
    elsewhere:
      '{n, plural, one {# of its files is also that} other {# of its files are also those}} of another dataset: erase there too.',
    openRequest:
      'This request is open: whoever wrote it could not be answered. Decide it first, or have it withdrawn.',
    release: 'Release {version} is being made from these files. Erase when it is published.',
    revision:
      'Revision {number} is being imported. Erase when it is complete; one that was interrupted goes on when the same files are imported again.',
  },
} as const
