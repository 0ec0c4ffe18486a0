/** The check of a release in the browser, which is handed these messages alone. */
export const releaseCheck = {
  noScript: 'With JavaScript your browser can check all of it here. Without it, VERIFY.md has the commands.',
  lead: 'Your browser fetches the files, hashes them, and checks the signature and the proof of the log.',
  start: 'Check this release in this browser',
  checking: 'Checking…',
  file: {
    label: 'Is a file you have one of this release?',
    hint: 'Choose or drop files. They are hashed here, and not sent.',
    tooLarge: '{name} is too large to be hashed here; use sha256sum.',
    unknown: '{name} is no file of this release, nor of its base.',
    ofBase: '{name} is a file of the base: {path}.',
    ofRelease: '{name} is {path} of this release.',
  },
  outcome: {
    failed: 'This release could not be verified',
    warning: '{reason} Do not use it; tell its maintainers.',
    cannot: 'This release could not be checked',
    again: '{reason} That says nothing about the release itself. Try again, or use the command line.',
    working: 'Checking',
    complete: 'Every file is what was signed and logged',
    incomplete: 'Right as far as this browser can tell',
    key: 'The key came from this site. <link>Compare it</link> with one you have from elsewhere. That the lists are what the base gives, only the command line can tell.',
  },
  step: {
    beside: '{count, number} files beside data/ have the checksums that release.json leads to.',
    file: '{path} ({size}) has its checksum.',
    descriptions: 'The bag and the description say what the files say.',
    statement: 'The statement about it is signed with the key of the log.',
    statementUnchecked:
      'Not checked: the signature of the statement. This browser has no Ed25519, or the page did not come over https.',
    entry: 'Entry {index, number} of the log {origin} is this release, in its tree of size {size, number}.',
    checkpoint: 'The checkpoint is signed with the log’s key {keyId}.',
    checkpointUnchecked: 'Not checked: the signature of the checkpoint.',
  },
  errors: {
    unsigned: '{path}: the statement is not signed with a key of the log.',
    checksum: '{path}: its checksum is not the one listed.',
    unreached: '{path} did not arrive: the connection ended early, or there was none.',
    notServed: '{path} was not served ({status}).',
    tooLarge: '{path} is too large for a browser; use the command line.',
  },
} as const
