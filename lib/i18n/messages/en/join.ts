/** Volunteers. */
export const join = {
  title: 'Help to review',
  description: 'Decide, by a written policy, what does not belong in an open dataset. Anybody can offer to.',
  lead: 'Programs find what may not belong in a dataset; people decide. You can be one of them. It costs nothing but your time, and you stop whenever you like.',
  none: {
    title: 'No dataset looks for reviewers at the moment',
    text: 'Come back another day, or ask those who make a dataset you care about.',
  },
  what: {
    title: 'What it is',
    texts:
      'You see texts that were flagged, one at a time, and say what happens to each by the dataset’s written policy: <policies></policies>. Mostly others judge the same text, without seeing what you chose, and several have to agree.',
    hard: 'Some texts are hard to read: contempt, threats, private lives. Before your first case you choose which kinds you agree to see, and how many a day; nobody else sees that, and you can change it at any time. The gravest kinds are never shown to volunteers.',
    masked:
      'Personal data stays masked until you ask for it. Each time you do is recorded, and there is a limit.',
    history:
      'Your decisions stand in the dataset’s history under your public name, for good. Reviewers and leads do not see your address; admins of this instance do.',
    young:
      '{name}: in the first {days, plural, one {# day} other {# days}} your votes are kept, and decide nothing yet.',
    asked: {
      title: 'What we ask of you',
      secrecy: 'Copy nothing out, pass nothing on, and do not look for the people you read about.',
      policy: 'Judge by the policy, not by taste. Where you cannot tell, skip it or ask a lead.',
      account: 'One account, yours alone. Leave to others what you have an interest of your own in.',
    },
  },
  form: {
    title: 'Your offer',
    dataset: 'Which dataset',
    choose: 'Choose one',
    signedIn: 'You are signed in; your public name is <strong>{name}</strong>.',
    publicName: 'Public name',
    publicNameHint:
      'Beside your decisions, for everybody to see. One that does not say who you are; this one was made up for you.',
    email: 'Your e-mail address',
    emailHint: 'For a link to confirm it, and the answer. Reviewers and leads do not see it.',
    languages: 'Languages you read well',
    languagesHint: 'Like English, German.',
    why: 'Why would you like to? (may stay empty)',
    whyHint: 'For the leads of this dataset only. Erased some months after they answered.',
    interest: 'An interest of your own (may stay empty)',
    interestHint:
      'You wrote for it, were paid by its makers, or it holds your work: say so, and a lead decides with you what you leave to others.',
    agreed: 'I have read what it is and what is asked of me, and agree.',
    submit: 'Send the offer',
    website: 'Leave this empty',
  },
  sent: {
    again: 'send the offer again',
    text: 'We have sent a link to the address you gave. Open it within {hours, number} hours and follow it. Until then nobody reads your offer; if you do nothing, it is erased.',
  },
  confirm: {
    title: 'Confirm your address',
    lead: 'Choose a password for your account. Then a lead of {dataset} reads your offer and answers by mail.',
    publicName: 'Public name',
    publicNameHint: 'Beside your decisions, for everybody to see.',
    confirming: 'Confirming…',
    submit: 'Confirm and make my account',
    oidc: 'Or sign in through your organisation, with this same address. You come back here, and need no password.',
    used: {
      title: 'This address is confirmed already',
      lead: 'The link works once. A lead answers your offer by mail; your account shows how it stands.',
      account: 'To your account',
    },
    over: {
      title: 'The time to confirm has passed',
      lead: 'What you sent and your address have been erased. Please send your offer again.',
      again: 'Send it again',
    },
    known: {
      title: 'Confirm your offer',
      lead: 'You have an account with this address. Press the button, and a lead of {dataset} reads your offer. Your password stays as it is.',
      submit: 'Confirm the offer',
    },
  },
  confirmed: {
    title: 'Your offer is with the leads',
    lead: 'They have been told, and answer by mail within {days, number} days. Nothing more is needed from you until then.',
    account: 'To your account',
    signIn: 'Sign in',
  },
  /** As whoever sent it reads it. */
  state: {
    sent: 'Waits for you to confirm your address',
    waiting: 'Waits for a lead’s answer',
    accepted: 'Accepted',
    declined: 'Declined',
    lapsed: 'Ended without an answer',
  },
  input: {
    atMost: 'Use at most {n} characters.',
    name: 'Choose a public name.',
    nameShort: 'Choose a public name of at least two letters.',
    nameLong: 'A public name has at most 40 characters.',
    nameLetters: 'Use letters, digits, blanks, and . _ - only.',
    nameOffice: 'Choose a name that nobody takes for an office here.',
    dataset: 'Choose a dataset.',
    languages: 'Say which languages you read well.',
    agreed: 'Read how reviewing works, and say that you agree.',
    answer: 'Accept or decline.',
  },
  errors: {
    answered: 'Somebody else has answered this application, or it has ended.',
    noAccount: 'This account is no longer there.',
    takesNone: 'This dataset takes no volunteers at the moment.',
    anotherDataset: 'Choose another dataset.',
    nameTaken: 'This public name is somebody’s already.',
    anotherName: 'Choose another public name.',
    reviews: 'You review this dataset already.',
    waits: 'You have asked already; a lead has not answered yet.',
    confirmed: 'This address is confirmed already.',
    over: 'The time to confirm has passed. Please send your offer again.',
    disabled: 'The account of this address was disabled. Ask an admin.',
    noPassword: 'Choose a password.',
    noInterest:
      'No interest of their own was told of in this offer, so there is nothing to keep them out for.',
  },
} as const
