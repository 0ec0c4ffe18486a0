/** What any form, table or error can say. */
export const forms = {
  sending: 'Sending…',
  showNow: 'Show it as it is now',
  problem: 'There is a problem',
  /** Read out before what is wrong with a field. */
  error: 'Error:',
  change: 'Change<hidden> {what}</hidden>',
  dismiss: 'Dismiss',
  dismissMessage: 'Dismiss message',
  breadcrumb: 'Breadcrumb',
  bytes: '{count} bytes',
  /** In place of the text of an item. */
  emptyText: '(empty)',
  copy: {
    idle: 'Copy',
    copied: 'Copied',
    failed: 'Select and copy',
    /** Read out after the word on the button. */
    of: ' {subject}',
    code: 'the code',
    digest: 'digest',
  },
  /** What stands for characters that have no shape. Names of characters are those of the Unicode Standard. */
  standIn: {
    breaks: '{n, plural, other {# more line breaks}}',
    marks: '{n, plural, other {# more combining marks on this character}}',
    control: '{code} control character',
    surrogate: '{code} half of a surrogate pair',
    invisible: '{code} invisible character',
    other: '{code} {name}',
  },
  /** Read out before what is not over yet in a list of steps. */
  timeline: { current: 'Now:', ahead: 'Still to come:' },
  pager: { label: 'Pages', newer: 'Newer', older: 'Older' },
  stretch: {
    shown: '{from, number} to {to, number} of {all, number}',
    earlier: 'Those before',
    later: 'The next ones',
  },
  progress: { left: '{time} left', working: 'working' },
  severity: {
    severity: 'Severity',
    named: 'Severity {word}',
    '1': 'low',
    '2': 'medium',
    '3': 'high',
    '4': 'critical',
  },
  /** Short enough for a badge. */
  category: {
    pii: 'Personal data',
    secrets: 'Secret',
    copyright: 'Copyright',
    licence: 'Licence',
    hate: 'Hate',
    illegal: 'Illegal',
    opt_out: 'Opt-out',
    other: 'Other',
    child_safety: 'Restricted',
    ncii: 'Restricted',
    restricted: 'Restricted',
  },
  table: {
    selected: '{n, number} selected',
    selectedRows: 'Selected rows',
    clearSelection: 'Clear selection',
    selectAll: 'Select every row loaded so far',
    filters: 'Filters in force',
    removeFilter: 'Remove filter',
    clearAll: 'Clear all',
  },
} as const
