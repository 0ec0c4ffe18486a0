/** The public report on requests and decisions. */
export const transparency = {
  title: 'Transparency report',
  titleOf: 'Transparency report of {dataset}',
  description: 'How many requests there were, what became of them, how long it took, and what machines did.',
  lead: 'What people asked for and what was decided, counted. Restricted material is in no number of decisions; requests about a person’s own data are only counted roughly.',
  running: 'This period is not over: its numbers still grow.',
  json: 'All of it as JSON',
  busy: {
    title: 'Too many at once',
    text: 'Reports are being made for others, or you have asked for very many. Try again in a minute.',
  },
  choose: {
    label: 'Which report',
    dataset: 'Dataset',
    all: 'All datasets',
    period: 'Period',
    half: '{half, select, 1 {first half of {year}} other {second half of {year}}}',
    show: 'Show',
  },
  kinds: {
    title: 'Requests and outcomes',
    about:
      'Confirmed requests by the day they were sent. The outcome is the last one, after complaints if there were any.',
    empty: 'No request was confirmed in this period.',
  },
  times: {
    title: 'Time to an answer',
    about:
      'From when a request was sent to its first answer, and to when a person first did something about it. Nine of ten requests were answered within the second time. In time: of the clocks to answer that are over. Late: requests with such a clock that ran out.',
  },
  months: {
    title: 'Month by month',
    about: 'Listed requests by the month in which they were sent, and how many of them were answered since.',
  },
  appeals: {
    title: 'Complaints',
    about:
      'Decisions that somebody contested in this period; they were looked at again by people who had no part in them.',
    empty: 'Nobody contested a decision in this period.',
  },
  automation: {
    title: 'People and machines',
    about:
      'Decisions about items. A detector or an import had pointed at some; whether they hold is decided by people, some of them in batches of items that are alike.',
    empty: 'Nothing was decided in this period.',
  },
  flags: {
    title: 'From a flag to a decision',
    about:
      'Items flagged in this period, by category and who raised the flag, and what became of them until now.',
    empty: 'Nothing was flagged in this period.',
  },
  column: {
    kind: 'Kind',
    received: 'Received',
    targets: 'Things named',
    granted: 'Granted',
    inPart: 'In part',
    declined: 'Declined',
    notFound: 'Nothing found',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    open: 'Open',
    answered: 'Answered',
    median: 'Median',
    p90: 'Nine of ten',
    look: 'First look',
    inTime: 'In time',
    late: 'Late',
    extended: 'Extended',
    paused: 'Paused',
    basis: 'Complaint by',
    complaints: 'Complaints',
    upheld: 'Upheld',
    overturned: 'Overturned',
    overturnRate: 'Overturn rate',
    month: 'Month',
    decision: 'Decision',
    items: 'Items',
    requested: 'Asked for',
    detected: 'Detected',
    batch: 'In batches',
    bySystem: 'By a rule alone',
    automated: 'Automated',
    category: 'Category',
    source: 'Flagged by',
    flagged: 'Flagged',
    decided: 'Decided',
    acted: 'Acted on',
    precision: 'Share acted on',
  },
  total: 'Total of these',
  basis: { requester: 'Who had asked', maintainer: 'Who publishes the dataset, or the team' },
  source: { detector: 'Detector', import: 'Imported', report: 'Report' },
  counted: {
    privacy: 'Personal data (only counted)',
    restricted: 'Restricted material (only counted)',
    few: 'fewer than 5',
    about: '{n, number} or more',
    later: 'told when the period is over',
  },
  eu: {
    title: 'The template of the European Union',
    text: 'The same numbers in the eleven parts of Implementing Regulation (EU) 2024/2835, as CSV.',
    caption: 'Parts of the template',
    part: 'Part',
    file: 'File',
    does: 'Applies',
    yes: 'Yes',
    no: 'No: {why}',
    download: 'CSV',
    name: {
      report_identification: 'Identification of the report',
      categories_names: 'Names of the categories',
      member_states_orders: 'Orders of member states',
      notices: 'Notices',
      own_initiative_illegal: 'Own initiative, illegal content',
      own_initiative_TC: 'Own initiative, terms and conditions',
      appeals_and_recidivism: 'Complaints and suspensions',
      automated_means: 'Automated means',
      human_resources: 'Human resources',
      AMAR: 'Average monthly recipients',
      qualitative: 'Qualitative description',
    },
    why: {
      AMAR: 'Nobody counts who reads a dataset.',
      disputes:
        'No out-of-court dispute is brought through this instance: who settles one tells its outcome to people.',
      illegalContent:
        'Nobody uploads here, so nobody is suspended for what they provide; what a dataset may not hold is taken out.',
      unfoundedComplaints:
        'A decision can be contested once for each request, so nobody is suspended for complaints.',
    },
    qualitative: {
      orders:
        'Orders of courts and authorities come in by a form of their own; a person checks that they are genuine before anything is done.',
      notices:
        'Anybody can send a notice without an account. Each item that it names becomes a case that people decide under the policy of the dataset, with a reason.',
      own: 'Detectors and imported flags point at items. They decide nothing.',
      automated:
        'Detectors look for personal data, secrets, licence and copyright notices, and hate. Their error rate is the share of what they found that people decided to keep.',
      safeguards:
        'Reviewers do not see each other’s votes; legal claims need two people; whoever decided has no part in an appeal; every decision stands in a public log.',
      suspensions:
        'Who often sends manifestly unfounded notices is warned first and then suspended for a time: their notices are accepted and wait for a person. Requests about their own data, restricted material, orders of courts and counter notices never wait. It can be contested, and somebody else answers.',
      counted:
        'Requests about a person’s own data and restricted material are only counted roughly, and are in no other number.',
    },
  },
} as const
