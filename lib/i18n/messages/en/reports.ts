/** What admins and leads hand out to public databases. */
export const reports = {
  title: 'Reports',
  lead: 'Files for the databases in which decisions and notices are made public, and notices that wait for a second lead.',
  denied: 'Only admins and leads of a dataset hand out its reports.',
  waiting: {
    title: 'Waiting for you to release',
    none: 'No notice waits.',
    caption: 'Notices that wait for a second lead',
    request: 'Request',
    kind: 'Kind',
    dataset: 'Dataset',
    proposed: 'Proposed',
  },
  choose: 'Datasets',
  of: 'Reports of {dataset}',
  dsa: {
    title: 'Statements of reasons',
    text: 'For the DSA Transparency Database (Regulation (EU) 2022/2065, Art. 24(5)), in the schema of 1 July 2025. Each decision in force that restricts something is handed out once, at most 100 in a file. Restricted categories are left out. Our detectors read every text: what holds personal data is replaced.',
    left: '{n, plural, =0 {Nothing is left to hand out.} one {# decision was not handed out yet.} other {# decisions were not handed out yet.}}',
    prepare: 'Prepare the next file',
    preparing: 'Preparing…',
    caption: 'Files that were prepared',
    file: 'File',
    name: 'Statements of {date}',
    statements: 'Statements',
    schema: 'Schema',
    none: 'No file was prepared yet.',
  },
  lumen: {
    title: 'Lumen',
    text: 'The published notices of this dataset of the kinds that the Lumen database takes, with role names and without people: copyright, counter notice, court order, illegal content, right of publicity.',
    download: 'Notices as JSON',
  },
  transparency: {
    title: 'Transparency report',
    text: 'The report of this dataset is public.',
    open: 'Open it',
  },
  errors: {
    nothing: 'There is no decision that was not handed out yet.',
  },
} as const
