/** The page of a dataset's detectors. */
export const detectors = {
  title: 'Detectors',
  lead: 'A detector, or a version of one, that is new to the dataset is watched until an import has shown enough rows to judge it. When it finds something in too many rows it is paused: what it finds is kept apart until a lead has looked at it.',
  denied: {
    title: 'You cannot see these detectors',
    text: 'Only leads and maintainers of this dataset see how its detectors do.',
  },
  settled: {
    known: 'It goes on. Its flags are being raised, and their cases open.',
    dropped: 'It is dropped. Its flags are being deleted.',
  },
  all: 'All detectors',
  none: { title: 'None yet', text: 'The first import brings them.' },
  table: {
    caption: 'Detectors',
    detector: 'Detector',
    version: 'Version',
    state: 'State',
    rows: 'Rows watched',
    found: 'Found something in',
    settled: 'Settled',
    by: 'by {name}, <when></when>',
    byVersion: 'by a newer version, <when></when>',
    again: 'Use it again',
  },
  state: { known: 'in use', watched: 'new: watched', paused: 'paused', dropped: 'dropped' },
  paused: {
    title: 'Paused: {detector}, version {version}',
    found:
      'It found something in {hits, number} of {rows, plural, one {# row} other {# rows}} ({share}{allowed, select, none {} other {, {allowed} are allowed}}). {flags, plural, one {# flag is} other {# flags are}} held{types, select, none {} other {: {types}}}.',
    caption: 'Some of what {detector} found',
    category: 'Category',
    type: 'Finding',
    score: 'Score',
    text: 'Text',
    hidden: 'Not shown in a list',
    letGoOn: 'Let it go on: raise {flags, plural, one {# flag} other {# flags}}',
    raising: 'Raising…',
    drop: 'Drop this version and its flags',
    dropping: 'Dropping…',
  },
  throttle: {
    title: 'When one is paused',
    share: {
      label: 'Rows in which it may find something, in percent',
      hint: 'More than that, and it is paused. 100 pauses none.',
    },
    least: {
      label: 'Rows that are read before that is judged',
      hint: 'What it finds before is raised.',
    },
    first: {
      label: 'Rows in which it may find something at first, in percent',
      hint: 'Until an import of at least that many rows is complete: every detector is new to the dataset then, and nobody knows what is usual in it. 100 pauses none.',
    },
    saved: 'Saved. It holds from the next chunk of an import on.',
    unchanged: 'Nothing was changed.',
  },
} as const
