/** Standing exclusions: their pages, and what is said about sources. */
export const suppression = {
  title: 'Standing exclusions',
  lead: 'Sources that are kept out of every revision and release. Which they are is stored as a fingerprint that nobody can read back; rows are held against it at import and when a release is made. Everybody may know how many there are, nobody which.',
  ended: 'The exclusion is ended, and listed below as such.',
  denied: 'You cannot see these',
  none: {
    title: 'No source is kept out',
    text: 'An opt-out that is upheld in triage makes an exclusion, a lead’s decision about where an item comes from does, and so does the form below.',
  },
  about: 'About',
  /** What a standing exclusion is about. */
  source: {
    source_id: 'a source id',
    url: 'a web address',
    domain: 'a whole domain',
    prefix: 'everything below a web address',
    host: 'a host without its subdomains',
    author: 'an author',
    digest: 'a text',
  },
  state: { ended: 'ended', inForce: 'in force', inForceIn: 'in force in {places}' },
  reason: { label: 'Reason', placeholder: 'Choose a reason' },
  recording: 'Recording…',
  table: {
    caption: 'Standing exclusions, those in force first',
    state: 'State',
    why: 'Why',
    reason: '{category}, <code>{reason}</code>',
    askedBy: 'Asked by',
    team: 'the team',
    flagged: 'Flagged at the last import',
    since: 'Since',
  },
  keepOut: {
    title: 'Keep a source out',
    kind: {
      legend: 'What is kept out',
      domain: {
        label: 'A whole domain',
        hint: 'example.org, with everything on it and its subdomains',
      },
      host: {
        label: 'One host',
        hint: 'blog.example.org, without its subdomains',
      },
      prefix: {
        label: 'Everything below an address',
        hint: 'https://example.org/~ana/, with the page itself',
      },
      url: { label: 'One web address', hint: 'https://example.org/page.html' },
      author: {
        label: 'An author',
        hint: 'the name as the dataset has it; small and capital letters are alike',
      },
      source_id: { label: 'A source id', hint: 'the id as the dataset has it' },
      digest: { label: 'A text, by its digest', hint: 'the 64 hexadecimal digits of an item' },
    },
    value: 'Which one',
    where: {
      legend: 'Where',
      hint: 'Choose none and it holds everywhere. Releases for the world leave it out in any case.',
    },
    count: 'Count its rows',
    counting: 'Looking…',
    submit: 'Keep it out',
    /** What the form says afterwards. */
    done: {
      counted:
        '{rows, plural, =0 {No row of revision {revision} comes from there.} one {# row of revision {revision} comes from there.} other {# rows of revision {revision} come from there.}} Nothing was changed.',
      countedNothing: 'There is no revision to look in yet. Nothing was changed.',
      made: 'It is kept out from now on. {rows, plural, =0 {No row of revision {revision} comes from there.} one {# row of revision {revision} comes from there.} other {# rows of revision {revision} come from there.}}',
      madeBeforeAny: 'It is kept out from now on. There is no revision to look in yet.',
    },
  },
  one: {
    title: 'Standing exclusion',
    denied: 'You cannot see this',
    about: '{source}; which one is stored as a fingerprint that nobody can read back',
    holds: {
      term: 'Holds',
      places: 'in {places}, and in releases for the world',
      everywhere: 'everywhere',
    },
    decided: { term: 'Decided', detail: '<when></when> by {by}, {category}, <code>{reason}</code>' },
    case: { term: 'Case', link: 'The case it was decided in' },
    request: 'Request',
    lastImport: {
      term: 'Last import',
      detail: '{items, plural, one {# item} other {# items}} flagged',
    },
    ended: 'Ended',
  },
  end: {
    title: 'End it',
    noReason:
      'The policy has no reason to keep what is about {category}, so this cannot be ended. Add one to the policy first.',
    lead: 'Its rows come back with the next release, unless something else holds them. That is a decision, with a reason, and stands in the log. It can be kept out again, by somebody who knows which source it was.',
    submit: 'End the exclusion',
  },
  input: {
    profile: 'A profile is a short word in small letters.',
    reason: 'Choose a reason.',
    kind: 'Choose what it is that is kept out.',
    value: 'Write which one.',
    tooLong: 'This is too long to be one.',
  },
} as const
