/** The policy form, and what is said about policies and reason codes. */
export const policies = {
  edit: {
    title: 'New policy version',
    trail: 'Policy',
    lead: 'A version is never edited: this makes the next one. Decisions keep the version they were made under, and nothing is reopened by itself.',
    denied: 'You cannot change this policy',
    text: { label: 'Policy', hint: '# begins a heading, ## a section, an empty line a paragraph.' },
    reasons: {
      label: 'Reason codes',
      hint: 'One on each line: code | category | actions | ground | guidance. The first action is the usual one.',
    },
    publish: 'Put in force',
    publishing: 'Publishing…',
  },
  input: {
    code: 'A code has small letters, digits, dots and dashes, like pii.contact.',
    text: 'A policy needs a text.',
    noReason: 'A policy needs at least one reason code.',
    twice: 'Each reason code may occur once.',
    line: 'Line {line}: write code | category | actions | ground | guidance.',
  },
  errors: {
    none: 'No policy has been published yet: start the product once, it publishes the first.',
    categories: 'Some reason codes name a category that does not exist.',
    category: '{code}: no category “{category}”',
    meanwhile:
      'Version {version} came into force while you had this open. Nothing of yours is published: look at it, and bring your changes into it.',
  },
} as const
