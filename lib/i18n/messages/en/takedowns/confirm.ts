/** The page behind the letter that asks to confirm. */
export const confirm = {
  title: 'Confirm your request',
  lead: 'Press the button to confirm that the request and this address are yours. After that people start to work on it.',
  confirming: 'Confirming…',
  action: 'Confirm the request',
  used: {
    title: 'This request is confirmed already',
    lead: 'The link works once. Where the request stands is behind the private link in the mail “We have received your request”.',
    action: 'To the start',
  },
  over: {
    title: 'The time to confirm has passed',
    lead: 'What you sent and your address have been erased. Please send the request again.',
    action: 'Send it again',
  },
} as const
