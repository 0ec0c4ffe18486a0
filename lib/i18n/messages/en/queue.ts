/** The queue of a reviewer, what they are shown, and their day. */
export const queue = {
  title: 'Queue',
  lead: 'Take the next case. What you agreed to see, your limits and your conflicts of interest are obeyed before you are served anything, and before you vote on a case that you open from Triage.',
  today: 'Today',
  whatISee: 'What I see',
  understood: 'Understood',
  none: {
    title: 'You review no dataset yet',
    text: 'Reviewers and leads of a dataset find their queues here. Ask an admin to give you a role.',
  },
  nothingIn: 'No case for you in {dataset} at the moment',
  refused: {
    title:
      '{kind, select, vote {A vote of yours was not recorded} decision {A direct decision of yours was not recorded} other {What you left to others was not recorded}}',
    case: 'The case',
  },
  standing: 'Your checks in {dataset}',
  takenBack: {
    title: 'A check you answered was taken back',
    passed:
      'It was in {dataset}, <at></at>, and your answer was the one that was expected. That counts for nothing any more.',
    failed:
      'It was in {dataset}, <at></at>, and your answer was not the one that was expected. That counts for nothing any more.',
    note: 'A lead writes: {note}',
  },
  list: {
    recused: 'You declared a conflict of interest here.',
    nothingOpen: 'Nothing is open.',
    next: 'Next case of all queues',
    takingNext: 'Taking the next case…',
    caption: 'Queues of {dataset}',
    queue: 'Queue',
    decidedBy: 'Decided by',
    open: 'Open',
    oldest: 'Oldest',
    begin: 'Begin',
    inTheOpen: '{rule}, in the open',
    nextOf: 'Next case<hidden> of {queue}</hidden>',
    taking: 'Taking…',
    overdue: '{n, number} overdue',
    due: '{n, number} due within a day',
  },
  /** Why a reviewer gets no case although some are open. */
  nothing: {
    open: 'Nothing is waiting.',
    recused: 'You declared a conflict of interest with this dataset, so you are served none of its cases.',
    maintains: 'You maintain this dataset, and its settings leave the votes on its cases to others.',
    forReviewers: 'Nothing is waiting for a reviewer now.',
    languages: 'What is left is in languages you do not read, as you said.',
    pause: 'You asked for a pause after so many sensitive items. What is left to do can wait.',
    rest: 'You have seen so much of {categories} without a pause that it is time for one. What is left to do can wait.',
    enough:
      'You have seen as much of {categories} as anybody should in a day. The rest is for others, or for tomorrow.',
    elsewhere:
      'What is left has your review already, waits for somebody else, or is of a category you did not choose.',
  },
  settings: {
    first: 'Before your first case',
    lead: 'You decide what you are shown. Nothing here is seen by others, and you can change it at any time, also in the middle of a day.',
    categories: {
      legend: 'I agree to see cases of',
      hint: 'A category you leave out is never served to you, not even in a queue that holds it, and you do not vote on its cases.',
    },
    dailyCap: {
      label: 'At most so many sensitive cases a day, of each category',
      hint: 'Empty: the limit of the dataset, if it has one. Covering a text does not protect from what you then read; fewer of them do.',
    },
    breakAfter: {
      label: 'A pause after so many',
      hint: 'Sensitive cases in a row, of all such categories together. Empty: none but those from single categories.',
    },
    breakMinutes: { label: 'Minutes it lasts', hint: 'Other cases go on meanwhile.' },
    limits:
      'A number of cases takes the place of the one above, and holds for categories that are not sensitive, too; what a dataset allows at most is not exceeded. A pause is from that category alone and as long as above. Empty: as the dataset sets it; 0: no pause.',
    languages: {
      label: 'Languages I read',
      hint: 'With commas between them, like English, French. You are served no case in another language, only those whose language cannot be told. Empty: any.',
    },
    conflicts: {
      offered: 'When you offered to review {dataset}, you wrote:',
      legend: 'I have an interest of my own in',
      hint: 'You wrote for it, were paid by its makers, or it holds your work: then others judge it. You vote on none of its cases, and decide nothing about it as a lead.',
    },
    begin: 'Begin',
  },
  summary: {
    nothing: 'You have reviewed nothing today, and that is fine.',
    thanks: 'You reviewed {n, plural, one {# case} other {# cases}}. Thank you.',
    back: 'Back to the queue',
    waiting: 'Waiting for others',
    ofThese: '{n, plural, one {# case} other {# cases}} of these',
    left: 'Left to others',
    leftCount:
      '{skipped, plural, one {# case} other {# cases}} skipped, {escalated, number} brought to a lead',
    time: 'Time for a case',
    seconds: '{n, plural, one {# second} other {# seconds}}; half of them took less',
    minutes: '{n, plural, one {# minute} other {# minutes}}; half of them took less',
    checks: 'Checks in {dataset}',
    only: 'Only you see this page. The day begins at midnight UTC. If something you read stays with you, talk to somebody about it, and <less>take less of it</less> tomorrow.',
  },
} as const
