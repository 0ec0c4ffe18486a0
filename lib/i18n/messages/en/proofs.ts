/** What the reader's browser finds out about the log. */
export const proofs = {
  unchecked:
    'The signature was not checked: this browser has no Ed25519, or the page did not come over https.',
  seen: {
    forget: 'Forget what this browser has seen',
    waiting: {
      title: 'What you saw last time',
      text: 'With JavaScript this browser keeps the checkpoint it is shown, and proves at your next visit that nothing before it was changed. Nobody else learns of it.',
    },
    first: {
      title: 'This browser sees the log for the first time',
      kept: 'It keeps the checkpoint of {size, plural, one {# entry} other {# entries}}, and will prove at your next visit that nothing before it was changed.',
      notKept: 'It does not let this page keep the checkpoint, so it cannot compare at your next visit.',
    },
    consistent: 'Consistent with what you saw last time',
    same: 'The log still ends with the same {size, plural, one {# entry} other {# entries}} and the same root as <when></when>.',
    grown:
      'The log has grown from {from, number} to {size, number} entries since <when></when>, and begins with all {from, number}, in the same order. Proven in this browser from {tiles, plural, one {# tile} other {# tiles}}.',
    behind: {
      title: 'You have seen a newer state of this log',
      text: 'This page was served with {size, plural, one {# entry} other {# entries}}; this browser saw {newer, number} <when></when>, which begin with these. A cache on the way can do that for some seconds. If it stays so, tell somebody.',
    },
    contradicted: {
      title: 'This log contradicts what it showed you before',
      cut: 'It ends at {size} entries and had shown {shown}.',
      roots: 'It has two roots for {size} entries.',
      rewritten: 'Its first {shown} entries are not those it had shown.',
      proof:
        'Both checkpoints carry the signature of the log: together they prove it to anybody. Keep them, and show them to people you trust.',
      before: 'Shown to you before',
      now: 'Shown to you now',
    },
    failed: {
      title: 'The log could not be compared with what you saw last time',
      text: '{problem}. What this browser keeps was left as it is.',
    },
  },
  prove: {
    how: 'Your browser fetches the signed checkpoint and a few tiles, hashes the bytes above, and follows the hashes up to the signed root. A server that lies about this entry cannot make that come out right.',
    withoutScript:
      'With JavaScript your browser can prove here that this entry is in the log. Without it, check the whole log with the command line.',
    action: 'Prove it in this browser',
    pending: 'Proving…',
    failed: {
      title: 'This could not be proven',
      text: '{problem}. If it happens again, keep this page and tell people you trust: a log that cannot prove its entries must not be believed.',
    },
    proven: 'Proven: entry {index, number} is one of the {size, number} in the log',
    provenUnsigned: 'Proven up to the signature, which this browser cannot check',
    signed:
      "The checkpoint for {size, plural, one {# entry} other {# entries}} is signed with the log's key {keyId}.",
    unsigned:
      'The signature of the checkpoint was not checked: this browser has no Ed25519, or the page did not come over https.',
    leaf: 'The bytes of this entry hash to the leaf {leaf}.',
    tiles:
      '{n, plural, one {# tile was fetched; it leads} other {# tiles were fetched; each leads}} to the signed root {root}.',
    hashes:
      '{n, plural, one {# hash leads} other {# hashes lead}} from the leaf, at place {index, number}, to that root.',
    key: 'The key came from this site. <link>Compare it</link> with one you have from elsewhere.',
    keep: 'Keep the proof as a file',
  },
  problem: {
    checkpoint: 'the checkpoint was not served ({status})',
    tile: '{path} was not served ({status})',
    missing: '{path} is not served',
    unsigned: 'no signature of a key of this log',
    forged: 'the signature of {name} does not fit the text',
    /** What the libraries say of it, in English. */
    otherTile: '{says}',
    malformed: '{says}',
    unreachable: '{says}',
    otherEntry: 'entry {index} as it stands here is not the one in the signed tree',
  },
} as const
