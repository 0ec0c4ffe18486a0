/** The mailbox of the demonstration. */
export const mailbox = {
  title: 'Mailbox',
  lead: 'Letters this instance writes to people who send requests. One that has left is erased here.',
  held: {
    title: 'No mail leaves this instance',
    text: 'Without SMTP_URL every letter is held here for you to read. The links in them open what they would open for their readers.',
  },
  none: {
    title: 'No letters yet',
    text: 'The first one is written when somebody sends a request.',
  },
  caption: 'Letters, newest first',
  subject: 'Subject',
  to: 'To',
  stateHead: 'State',
  written: 'Written',
  erased: 'erased',
  letter: 'Letter',
  gone: 'A letter that has been erased',
  lastAttempt: 'Last attempt',
  state: { queued: 'On its way', held: 'Held', sent: 'Sent', failed: 'Failed' },
  smtp: {
    answered: 'The mail server answered {said} ({code}).',
    unreached: 'The mail server was not reached ({code}).',
  },
} as const
