/** Where nothing else could be shown: plain words, without arguments. */
export const broken = {
  title: 'Winnow could not answer',
  text: 'The fault is on our side. Please try again in a moment.',
  number: 'If it stays, tell the operator this number:',
  again: 'Try again',
} as const
