/** How texts can be shown to those who review them, and what they will meet. */
export const viewing = {
  way: {
    cover: {
      label: 'Covered',
      what: 'Only the shape of the text, until it is asked for; each time is on record.',
    },
    blur: {
      label: 'By paragraph',
      what: 'Blurred but for the paragraph under the pointer, the finger or the ↑ ↓ keys.',
    },
    grey: { label: 'Grey', what: 'Highlights and pictured characters without colour.' },
    small: { label: 'Small', what: 'In small type, a few lines at a time.' },
  },
  whatHelps:
    'In one study reviewers were moved less, and were as quick and as right, when they lifted the blur part by part themselves. In another, blur and grey alone did not lessen harm. Small type has not been studied that we know of. None of it protects from what is then read: fewer cases a day and pauses do that.',
  content: {
    pii: 'Addresses, numbers and names of real people, masked until you ask.',
    secrets: 'Passwords and keys, masked until you ask.',
    copyright: 'Passages of books, articles and code.',
    licence: 'Notices about what may be done with a text.',
    hate: 'Slurs, contempt and threats against people, covered until you ask. It can be hard to read.',
    illegal: 'What a law may forbid, covered until you ask. It can be hard to read.',
    opt_out: 'Texts whose authors asked to be left out.',
    other: 'What fits nowhere else.',
  },
  /** The table of ticks. */
  field: {
    legend: 'How texts are shown',
    table: 'How texts of each category are shown',
    category: 'Category',
    own: 'My own choice',
    ownTick: '{category}: as I choose here, not as the dataset sets it',
    here: 'Set here',
    hereTick: '{category}: as set here, not as for all datasets',
    hereHint:
      'Without a tick under “Set here”, a category is shown as admins set it for all datasets: {site}.',
    tick: {
      cover: '{category}: covered',
      blur: '{category}: by paragraph',
      grey: '{category}: grey',
      small: '{category}: small',
    },
  },
  /** For all datasets, by admins. */
  site: {
    title: 'How texts are shown',
    lead: 'In every dataset, unless its leads set something else for a category, or a reviewer chose it for themselves.',
    saved: 'Saved. It holds from the next page on.',
    unchanged: 'Nothing was changed.',
    stale:
      'This was changed by {by} while you had it open. Nothing of yours is saved: look at it as it is now, and change it again.',
    changes: 'What was changed',
    none: 'Nothing yet: texts are shown as they are, unless they are masked or covered.',
    changed: '{by} changed it: {before} → {after}',
  },
} as const
