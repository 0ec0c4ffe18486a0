/** People and their roles. */
export const team = {
  title: 'Team',
  lead: 'Who has an account, and what they may do. A change holds from the person’s next click.',
  unhandled: {
    restricted:
      'Nobody is a safety officer: nobody can look at what shows a child or an intimate image, of which reports have to be answered within hours.',
    datasets:
      '{n, plural, one {Nobody is a lead of the dataset} other {Nobody is a lead of the datasets}} {names}: nobody is reminded of requests about {n, plural, one {it} other {them}}, and the time to answer them goes by.',
    name: '“{name}”',
  },
  /** For all datasets, by admins. */
  reportLimit: {
    title: 'What reports hide',
    lead: 'What somebody reports as only for safety officers leaves every screen at once. Beyond this number a day, it waits in sight until an officer has looked at it, so that nobody can empty a dataset for all others. Nothing is refused, and what leads and officers report always hides.',
    label: 'Items a day, for one person',
    hint: 'In all datasets together, from 1 to 1000. It holds from the next report, also for today.',
    saved: 'Saved. It holds from the next report on.',
    unchanged: 'Nothing was changed.',
    stale:
      'This was changed by {by} while you had it open. Nothing of yours is saved: look at it as it is now, and change it again.',
    changes: 'What was changed',
    none: 'Nothing yet.',
    changed: '{by} changed it: {before} → {after}',
  },
  publicName: 'Public name',
  roles: 'Roles',
  accounts: 'Accounts',
  table: {
    caption: 'Accounts with their roles',
    person: 'Person',
    account: 'Account',
    disabled: 'Disabled',
    enable: 'Enable <hidden>{name}</hidden>',
    disable: 'Disable <hidden>{name}</hidden>',
    none: 'none',
    takeAway: 'Take away <hidden>{role} from {name}</hidden>',
    takeAwayIn: 'Take away <hidden>{role} {dataset} from {name}</hidden>',
  },
  grant: {
    title: 'Give a role',
    email: 'E-mail address of the account',
    role: 'Role',
    option: '{name}: {does}',
    dataset: 'Dataset',
    datasetHint: 'Whole instance for admin, safety officer and auditor; a dataset for all others.',
    whole: 'Whole instance',
    submit: 'Give this role',
  },
  make: {
    title: 'Make an account',
    name: 'Name',
    password: 'First password',
    submit: 'Make this account',
  },
  changes: {
    title: 'Latest changes',
    none: 'No role has been given or taken away yet.',
    granted: '<time></time>: {person} became {role}',
    grantedIn: '<time></time>: {person} became {role} of {dataset}',
    revoked: '<time></time>: {person} is no longer {role}',
    revokedIn: '<time></time>: {person} is no longer {role} of {dataset}',
  },
  /** Roles by their codes, as they were sent. */
  done: {
    made: '{email} can sign in now. Tell them the password, and to change it.',
    granted: '{email} is {role} now.',
    hadIt: '{email} was {role} already.',
  },
  /** For everybody but admins. */
  own: {
    lead: 'Who looks after your datasets, by the name the public sees. Admins give and take roles; leads accept reviewers, and end that again.',
    none: 'You have no role in a dataset yet',
    noneText: 'You can <link>offer to review</link>, or ask an admin of this instance.',
    caption: 'People with a role in {dataset}',
    change: 'Change',
    dismiss: 'Take the role away<hidden> of reviewer: {name}, {dataset}</hidden>',
  },
  volunteers: {
    title: 'Would like to review',
    nobody: 'Nobody waits for an answer.',
    done: {
      accepted: 'Accepted: they can review from their next click, and are told by mail.',
      declined: 'Declined: they are told by mail.',
    },
    dataset: 'Dataset',
    since: 'Since',
    reads: 'Reads',
    why: 'Why',
    notSaid: 'not said',
    interest: 'Interest of their own',
    noInterest: 'none declared',
    note: 'A word with the answer',
    noteHint: 'Goes to them by mail. May stay empty.',
    keepOut: 'Keep them out of this dataset’s cases',
    keepOutHint:
      'For the interest they told of. They can take it back themselves, where they choose what they see.',
    answering: 'Answering…',
    accept: 'Accept <hidden>{name}</hidden>',
    decline: 'Decline <hidden>{name}</hidden>',
    lately: 'Answered lately',
    answered:
      '<time></time>: {name} for {dataset}: {state, select, accepted {accepted} other {declined}} by {by}',
    answeredWith:
      '<time></time>: {name} for {dataset}: {state, select, accepted {accepted} other {declined}} by {by}, with the words “{words}”',
  },
  errors: {
    lastAdmin: 'This is the last admin. Make another one first.',
    hasAccount: '{email} already has an account.',
    siteRole: '{role} is a role of the whole site, not of a dataset.',
    leaveEmpty: 'Leave the dataset empty.',
    datasetRole: '{role} is a role in a dataset.',
    chooseDataset: 'Choose a dataset.',
  },
} as const
