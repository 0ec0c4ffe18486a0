/** The first page. */
export const home = {
  title: 'Open datasets, looked after in the open',
  lead: 'People review what does not belong in a dataset, anybody can ask to be taken out of one, and each release is provably the result of those decisions.',
  inside: {
    title: 'I am in a dataset',
    text: 'Your text, your name or your work is in a dataset and should not be. You need no account. You get a receipt, a date by which you hear from us, and reasons.',
    action: 'Ask for a takedown',
    look: 'Check whether you are in one',
  },
  user: {
    title: 'I use a dataset',
    text: 'Download the manifest of the latest release, check it with tools you already have, and filter your own copy with one command.',
    action: 'Find a release',
  },
  reviewer: {
    title: 'I review',
    text: 'Flagged items, one at a time, by keyboard. You see what was found and why, decide under a written policy, and texts that may hurt stay covered until you ask.',
    action: 'Go to the queue',
    offer: 'Offer to review',
  },
  maintainer: {
    title: 'I maintain a dataset',
    text: 'Import a revision from the files you publish, keep every earlier decision, and publish a release that others can rebuild byte for byte.',
    action: 'Register a dataset',
  },
  latest: {
    title: 'Latest releases',
    all: 'All datasets',
    caption: 'Datasets with their latest release',
    dataset: 'Dataset',
    licence: 'Licence',
    rows: 'Rows',
    release: 'Release',
    published: 'Published',
    none: 'none yet',
  },
} as const
