/** What frames every page. */
export const shell = {
  description:
    'Flagged items of open datasets are reviewed in public, people can get out of a dataset, and every release proves what was decided.',
  title: 'Winnow: trust and safety for open datasets',
  skip: 'Skip to content',
  main: 'Main',
  console: 'Console',
  menu: 'Menu',
  signIn: 'Sign in',
  yourAccount: 'Your account: ',
  language: 'Language',
  back: 'Back',
  motto: 'Every decision is in the log. Nothing here asks to be believed.',
  colours: { label: 'Colours', system: 'System', light: 'Light', dark: 'Dark' },
  nav: {
    audit: 'Audit',
    datasets: 'Datasets',
    erasures: 'Erasures',
    log: 'Log',
    mailbox: 'Mailbox',
    metrics: 'Metrics',
    queue: 'Queue',
    takedowns: 'Takedowns',
    team: 'Team',
    triage: 'Triage',
  },
  foot: {
    log: 'Public log',
    takedown: 'Ask for a takedown',
    key: 'Log key',
    checkpoint: 'Signed checkpoint',
  },
  readOnly:
    '<strong>This instance is read-only.</strong> It was restored from a backup that is older than its log. You can read everything; nothing can be changed until an operator has recovered the log.',
  notFound: {
    title: 'Page not found',
    text: 'There is nothing at this address, or nothing that you may see. If you typed it, check it for a slip; if you followed a link, tell whoever gave it to you.',
    datasets: 'See the datasets',
    start: 'Go to the start',
  },
  failed: {
    title: 'This page could not be shown',
    text: 'The fault is on our side. Nothing you sent was half done: a change is recorded completely or not at all.',
    number: 'If it stays, tell the operator this number: <code>{digest}</code>',
    again: 'Try again',
  },
} as const
