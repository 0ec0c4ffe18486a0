/** Above the buttons, before anything is sent. */
export const seen = {
  title: 'Who will see this',
  public: 'Public: that there is a request about this dataset, and the hour of each step.',
  register:
    'A redacted notice may be published later: the kind, the dates, how many items on which hosts, the outcome. Never your name, your address, your words or what exactly you named.',
  counted: 'Requests about personal data are only counted in public, never shown.',
  officers: 'If it is an intimate image or abuse of a child, only the safety officers see any of it.',
  opponent:
    'Whoever asked for the removal gets this notice with your name, your address and your telephone number.',
  erased:
    'All of it is stored encrypted and erased a year after you sent it, or later, when nothing of it is open and its answer cannot be contested any more.',
  keptForATime:
    'Who had something restricted is kept as long as it is: we have to write to you before that ends.',
  kept: 'Who is behind a copyright claim is kept as long as something is left out because of it: whoever answers it has to be able to reach you.',
} as const
