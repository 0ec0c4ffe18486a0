/** Accounts: signing in, passwords, keys. */
export const account = {
  field: {
    email: 'E-mail address',
    password: 'Password',
    repeat: 'Password again',
    twelve: 'At least 12 characters.',
    goodPassword:
      'At least 12 characters. A few unrelated words are easier to remember than a short, complicated one.',
  },
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    pending: 'Signing in…',
    refused: 'You are not signed in',
    error: {
      NoAccount:
        'Your organisation signed you in, but its answer holds no verified address, or your account is disabled. Ask an admin.',
      RateLimited: 'Too many attempts. Wait a quarter of an hour and try again.',
      other: 'That did not work. Try again.',
    },
    oidc: 'Continue with single sign-on',
    without:
      'You do not need an account to <link>ask for something to be taken down</link> or to download a release.',
    demo: {
      title: 'This is a demonstration',
      lead: 'Sign in as one of these people. They share the password <code>{password}</code>.',
      does: {
        admin: 'accounts, roles, mailbox',
        reviewer: 'triage and decide',
        second: 'triage beside Remy',
        lead: 'bulk decisions, overrides, requests',
        maintainer: 'import and publish',
        officer: 'restricted items',
        auditor: 'checks decisions that were drawn',
      },
    },
  },
  setUp: {
    title: 'Set up this instance',
    lead: 'Nobody has an account here yet. The first one is an admin: it makes the other accounts and gives them their roles.',
    name: 'Your name',
    submit: 'Make the first account',
    pending: 'Setting up…',
  },
  own: {
    title: 'Your account',
    keys: 'Keys',
    signOut: 'Sign out',
    signingOut: 'Signing out…',
    name: 'Name',
    publicName: 'Public name',
    publicNameIs: '{pseudonym}: what others see beside your decisions',
    roles: 'Roles',
    roleIn: '{role} of {dataset}',
    noRoles: 'none yet',
    offer: 'Offer to review {dataset}',
    offerState: '{state} (sent <time></time>)',
    password: {
      title: 'Change your password',
      current: 'Current password',
      new: 'New password',
      repeat: 'New password again',
      submit: 'Change it and sign in again',
    },
  },
  keys: {
    title: 'Keys',
    lead: 'On the page of a case a single key does what a button does. They rest while you type and when Ctrl, Alt or ⌘ is held. Digits choose a reason, and Enter submits as in every form.',
    enabled: 'Single keys do something',
    enabledHint:
      'Without it no letter, sign or digit does anything by itself: for those who speak to their computer, or press keys by accident. Tab, Enter and Space work as everywhere.',
    which: 'Which key does what',
    whichHint: 'One letter or sign each, or the word Space. Empty: no key.',
    usually: 'Usually {key}.',
    usuallyNone: 'Usually none: the arrows do it.',
    passages: 'In the list of passages',
    passagesHint:
      'These do something only while the focus is in the list, so they stay when single keys are off.',
    reset: 'Back to the usual keys',
    resetting: 'Going back…',
    saved: 'Saved. These are your keys from now on.',
    savedOff: 'Saved. Single keys are off.',
  },
  /** After somebody gave an address. */
  checkMail: {
    title: 'Check your mail',
    held: 'This instance sends no mail',
    heldText: 'It is set up without a mail server. An admin finds the letter in the <link>mailbox</link>.',
    none: 'No mail after some minutes?',
    junk: 'Look into the folder for unwanted mail.',
    most: 'An address gets at most {letters} of these letters a day.',
    mistake:
      'If there was a mistake in the address, <link>{again}</link>. The first one is erased by itself.',
  },
  input: {
    emailMissing: 'Write your e-mail address.',
    emailForm: 'Write an e-mail address, like name@example.org.',
    emailLong: 'An e-mail address has at most 254 characters.',
    passwordMissing: 'Write your password.',
    passwordShort: 'Choose a password of at least 12 characters.',
    passwordLong: 'A password has at most 1,024 characters.',
    passwordsDiffer: 'The two passwords differ.',
    currentMissing: 'Write your current password.',
    name: 'Write a name.',
    nameLong: 'A name has at most 100 characters.',
  },
  errors: {
    noMatch: 'E-mail address and password do not match an account here.',
    notCurrent: 'The current password is not right.',
    notYourPassword: 'This is not your current password.',
    isSetUp: 'This instance has been set up. Sign in instead.',
  },
} as const
