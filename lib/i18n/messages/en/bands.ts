/** Bands of scores. */
export const bands = {
  title: 'Bands of scores',
  lead: 'Where a detector scores its findings alike, they are often alike. Choose a band; a sample of it, drawn by lot, is decided one by one; and only when that agrees well enough can the rest be decided at once.',
  emptyTitle: 'No scores',
  empty: 'No open case was flagged by a detector.',
  choose: 'Choose a band',
  settingsTitle: 'What a sample has to show',
  scoresOf: 'Scores of {detector}: {category}',
  of: {
    label: 'Detector and category',
    option: '{detector} · {category} ({n, plural, one {# open case} other {# open cases}})',
    show: 'Show',
  },
  histogram: {
    least: 'score 0',
    most: 'score 1',
    highest: 'at most {n, number} cases',
    caption: 'Open cases by score',
    score: 'Score',
    cases: 'Open cases',
    range: '{low} to {high}',
  },
  form: {
    low: 'From score',
    high: 'To below score',
    hint: 'Nothing is decided yet. {n, number} cases of the band are drawn by lot, to be decided one by one; the lower end of the 95 % interval of those that agree has to reach {wanted}.',
    draw: 'Draw the sample',
    drawing: 'Drawing…',
  },
  settings: {
    sample: 'Cases in a sample',
    sampleHint: 'From 5 to 500. With 40, all but one have to agree to show 85 %.',
    agreement: 'Agreement it has to show, in percent',
    agreementHint: 'The lower end of the 95 % interval (Wilson’s) has to reach it.',
  },
} as const
