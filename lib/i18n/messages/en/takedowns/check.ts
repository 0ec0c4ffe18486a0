/** The page on which somebody checks what they are about to send. */
export const check = {
  step: 'Step 2 of 2',
  title: 'Check your answers',
  request: 'Request',
  dataset: 'Dataset',
  where: 'Where it is',
  declare: 'You declare',
  everything: 'All that the earlier request was about',
  empty: 'Left empty',
  rights:
    'You ask for {n, plural, one {one thing} other {# things}}. Each becomes a request of its own, with its own time, its own letters and its own private page; one press in our letter confirms all of them.',
  whatFollows:
    'When you send this, we mail a link to <address></address>. The request counts from the moment you send it, and is read once you have pressed the button behind that link.',
  send: 'Send the request',
  change: 'Go back and change',
  scope: {
    chosen: {
      author: 'You chose everything by an author',
      account: 'You chose everything from an account',
      domain: 'You chose everything from a domain',
      path: 'You chose everything below an address',
    },
    narrower:
      '{n, plural, one {One thing you named is} other {# things you named are}} less than that. As it stands, only {n, plural, one {this is} other {these are}} left out, and nothing else from there.',
    more: '… and {n, number} more',
    go: 'Mean all of this instead',
    how: {
      author: 'To mean an author, change your answers and write “author:” and the name on a line of its own.',
      account:
        'To mean an account, change your answers and write “account:” and its name on a line of its own, or the address of its page.',
      domain: 'To mean a domain, change your answers and write it alone on a line, as example.org.',
      path: 'To mean everything below an address, change your answers and write it with a slash at its end.',
    },
  },
  meant: {
    privacy: 'You also demand a right over personal data',
    privacyText:
      'That has a form of its own: the law gives you an answer within a month, and asks less of you. What you wrote is kept.',
    privacyElse:
      'If you send this as it is, nothing is lost: we file your demand beside it, as a request of its own with its own time limit.',
    privacyGo: 'Make it a request about personal data',
    opt_out: 'You also reserve your work against training',
    opt_outText:
      'That has a form of its own, and if it is upheld it also holds for later revisions. What you wrote is kept. You can also send both.',
    opt_outGo: 'Make it an opt-out',
  },
} as const
