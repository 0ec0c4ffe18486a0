/** What was found of each thing that was named. */
export const result = {
  notFound: 'This was not found in the latest revision.',
  keptOut: 'Nothing comes from there yet, and nothing will.',
  keptOutWhy: 'Nothing comes from there yet, and nothing will: {reason} (policy version {policy}).',
  declined: 'Nothing comes from there yet. Later revisions may have it.',
  declinedWhy:
    'Nothing comes from there yet. Later revisions may have it: {reason} (policy version {policy}).',
  notMeant: {
    other_thing:
      '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: {n, plural, one {it is another text} other {they are other texts}} than you describe. {n, plural, one {It stays} other {They stay}}.',
    other_person:
      '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: {n, plural, one {it is} other {they are}} by or about somebody else. {n, plural, one {It stays} other {They stay}}.',
    of_many:
      '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: many have written the same words, and they are not one person’s alone. {n, plural, one {It stays} other {They stay}}.',
    alike:
      '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: {n, plural, one {it is} other {they are}} only like what you named. {n, plural, one {It stays} other {They stay}}.',
  },
  words: 'Those who decided add: “{words}”',
  sample: 'It has more items: {n, number} of them were looked at.',
  alike:
    'More rows are like it than were looked at one by one. Name the others more exactly in a new request.',
  rest: 'It stands for more items than were looked at. All that were looked at stay, and so do the others. Where one of the others is a different matter, name it in a new request.',
  broad:
    'It stands for more items than we can look at one by one: {n, number} were. Name the others more exactly in a new request.',
  noRoom:
    'This was not looked at: what comes before it in the request is as much as one request can hold. Name it in a new request.',
  decided: {
    remove:
      '{n, plural, one {The item} other {# items}} will be left out: {reason} (policy version {policy}).',
    redact:
      '{n, plural, one {The item} other {# items}} will have the passages blacked out: {reason} (policy version {policy}).',
    restrict:
      '{n, plural, one {The item} other {# items}} will only be in the copy for registered holders: {reason} (policy version {policy}).',
    label:
      '{n, plural, one {The item stays} other {# items stay}}, with a label for those who use it: {reason} (policy version {policy}).',
    keep: '{n, plural, one {The item stays} other {# items stay}}: {reason} (policy version {policy}).',
  },
} as const
