/** Metrics: how the review of a dataset goes. */
export const metrics = {
  title: 'Metrics',
  lead: 'How the review of each dataset goes.',
  none: {
    title: 'No metrics for you',
    text: 'Leads and maintainers of a dataset and admins read how its review goes.',
  },
  of: 'Metrics of {dataset}',
  ofLead:
    'How its review goes, in numbers about the work. Names of reviewers are their pseudonyms; restricted cases are in no number.',
  denied: 'You cannot read these metrics',
  onlyLeads: 'Only a lead of this dataset compares its reviewers.',
  periods: 'Period',
  period: { '7': 'Last 7 days', '30': 'Last 30 days', '90': 'Last 90 days', all: 'All' },
  csv: 'CSV<hidden> of {title}</hidden>',
  chart: {
    interval: '95 % interval',
    last: '{value} in the last week',
    noneLast: 'none in the last week',
    most: 'at most {value}',
  },
  row: {
    week: 'Week of {week}',
    pair: '{first} and {second}',
    all: 'All',
    allQueues: 'All queues',
    noQueue: 'In no queue',
    retiredQueue: '{queue} (retired)',
    queue: 'Queue {queue}',
    policy: 'Policy version {version}',
  },
  column: {
    redactedRounds: 'Rounds with two redactions',
    redactions: 'Redactions in them',
    f1: 'F1',
    f1From: 'F1 95 % from',
    f1To: 'F1 95 % to',
    jaccard: 'Jaccard',
    queue: 'Queue',
    inbound: 'Inbound',
    decisions: 'Decisions',
    open: 'Open',
    oldest: 'Oldest',
    votesMeasured: 'Votes measured',
    handlingMedian: 'Handling, median',
    handlingMost: 'Handling, 9 of 10 within',
    casesDecided: 'Cases decided',
    waitingMedian: 'Waiting, median',
    waitingMost: 'Waiting, 9 of 10 within',
    action: 'Action',
    share: 'Share',
    upheld: 'Upheld',
    overturned: 'Overturned',
    overturnRate: 'Overturn rate',
    from: '95 % from',
    to: '95 % to',
    week: 'Week of',
    alpha: 'Krippendorff’s α',
    alphaFrom: 'α 95 % from',
    alphaTo: 'α 95 % to',
    fleiss: 'Fleiss’ κ',
    cohen: 'Cohen’s κ',
    cohenMean: 'Cohen’s κ, mean of pairs',
    among: 'Among',
    rounds: 'Rounds with two votes',
    votesInThem: 'Votes in them',
    sameAction: 'Same action',
    reviewer: 'Reviewer',
    reviewers: 'Reviewers',
    unusual: 'What is unusual',
    with: 'With',
    common: 'Rounds in common',
    byChance: 'By chance',
    othersCommon: 'Rounds with others',
    othersSame: 'Same action with others',
    detector: 'Detector',
    type: 'Type',
    judged: 'Flags judged',
    right: 'Right',
    precision: 'Precision',
    votes: 'Votes',
    median: 'Median',
    othersMedian: 'Median of the others',
    shareOfTime: 'Share of their time',
    answered: 'Answered',
    asExpected: 'As expected',
    atLeast: 'At least',
    atMost: 'At most',
    now: 'Now',
  },
  flow: {
    title: 'What comes in, is decided and waits',
    about:
      'Inbound: cases opened in the period, also those opened again. A case counts where it is now. Open and oldest: as of now.',
    empty: 'Nothing came in and nothing waits.',
  },
  times: {
    title: 'How long it takes',
    about:
      'Handling: from opening a case to the vote, as the reviewer’s browser measured it. Waiting: from opening a case, or opening it again, to the decision in force.',
    empty: 'Nobody voted and nothing was decided in this period.',
  },
  outcomes: {
    title: 'Decisions by action',
    about: 'Every decision of the period, also those that a later one superseded.',
    empty: 'Nothing was decided in this period.',
  },
  overturned: {
    title: 'Overturned',
    about:
      'Of the decisions of the period, those that an appeal or a lead’s direct decision superseded since: overturned when action or passages differ, else upheld. New findings that open a case again are neither.',
  },
  weeks: {
    title: 'Week by week',
    about:
      'Weeks begin on Monday, UTC; the first and the last may be cut by the period. Agreement is of the votes of that week; the mean is over pairs with at least {least} rounds in common in it.',
    empty: 'Nothing happened in this period.',
  },
  agreement: {
    title: 'Agreement',
    about:
      'Of the actions chosen in rounds that are over, without a lead’s adjudication. Krippendorff’s α and Fleiss’ κ are corrected for chance: 1 is perfect, 0 is what chance gives. The interval is drawn over rounds. Cohen’s κ is the mean over pairs with at least {least} rounds in common.',
    empty: 'No round with a vote is over in this period.',
  },
  agreementWeeks: {
    title: 'Agreement by queue and policy, week by week',
    about:
      'Of the votes of each week, by its Monday, the latest first. Cohen’s κ is the mean over pairs with at least {least} rounds in common in that week.',
  },
  pairs: {
    title: 'Agreement of each two reviewers',
    about:
      'Cohen’s κ of every two reviewers with at least {least} rounds in common, those with the most first.',
    empty: 'No two reviewers have {least} rounds in common in this period.',
  },
  passages: {
    title: 'Agreement on passages',
    about:
      'Of the characters marked in rounds in which at least two chose to redact. F1 is the mean over their pairs: 1 where both marked the same, 0 where nothing is in common. Jaccard: marked by both of what either marked. The interval is drawn over rounds.',
    empty: 'No round of this period is over in which two chose to redact.',
  },
  detectors: {
    title: 'Precision of detectors',
    about:
      'A flag is right when people removed, redacted, restricted or labelled its item, and wrong when they kept it; where they rejected some of its passages it is right for the rest. It says nothing of what a detector missed.',
    empty: 'No case that a detector flagged was decided by people in this period.',
  },
  speed: {
    title: 'Much faster than others',
    about:
      'Reviewers whose median time for a vote is a third or less of the others’, among those with at least {least} votes: as their browser measured it, and never more than passed since the case was claimed by them or uncovered for them. There can be good reasons: easy cases, practice, a second screen. Ask.',
  },
  alike: {
    title: 'Agreeing much more than others, or meeting nobody else',
    about:
      'Who could be one person, because several accounts are a quorum. Agreeing more: pairs, and groups in which each goes with another in {always} of their rounds, who agree with each other far more often than with everybody else and than by chance. Only each other: who has {only} of what they share with anybody among themselves, while others vote in the same queues. With at least {least} rounds in common, counted for every two. There can be good reasons: the same cases, training, language or hours. Ask.',
    kind: { alike: 'agree more with each other', closed: 'meet almost only each other' },
  },
  nobody: 'Nobody.',
  checks: {
    title: 'Answers to checks',
    about:
      'Golden items answered in the period, without those that were taken back; the interval is Wilson’s, 95 %. What follows from it is decided by the last {last} answers and never by fewer than {least}.',
    empty: 'Nobody has answered a check in this period.',
  },
  /** What was left out so that a page does not read everything there is. */
  capped: {
    decisions: 'There may be more: of decisions only the newest {most} of each kind are counted.',
    casesAndDecisions:
      'There may be more: of cases and decisions only the newest {most} of each kind are counted.',
    votesAndDecisions:
      'There may be more: of votes and decisions only the newest {most} of each kind are counted.',
    redactions: 'There may be more: of redactions only the newest {most} of each kind are counted.',
    votes: 'There are more: only the newest votes of the period are counted.',
    pairs: 'The first {shown} of {all} pairs.',
    weeks: 'The latest {shown} of {all} rows. A shorter period shows all of its own.',
  },
  /** Why a coefficient of agreement is undefined. */
  undefined: {
    noOverlap: 'No item was rated by two people yet, so there is nothing to compare.',
    noVariation:
      'Everybody always chose “{label}”: agreement by chance is 1, so a coefficient corrected for chance is undefined.',
    nothingMarked:
      'Everybody always chose to mark nothing: agreement by chance is 1, so a coefficient corrected for chance is undefined.',
    everythingMarked:
      'Everybody always chose to mark everything: agreement by chance is 1, so a coefficient corrected for chance is undefined.',
    fewShared: 'No two people have {least} rounds in common yet, so there is no pair to compare.',
    ratingsVary:
      'Items have between {fewest} and {most} ratings; Fleiss’ κ needs the same number for each. Krippendorff’s α does not.',
  },
} as const
