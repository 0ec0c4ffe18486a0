/** Where nothing else could be shown: plain words, without arguments. */
export const broken = {
  title: 'Winnow could not answer',
  text: 'The fault is on our side. Please try again in a moment.',
  again: 'Try again',
} as const
