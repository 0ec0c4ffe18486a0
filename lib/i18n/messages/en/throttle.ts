/** New versions of detectors, and what holds them back. */
export const throttle = {
  input: {
    share: 'A number from 0.1 to 100.',
    shareLeast: 'At least 0.1.',
    shareMost: 'At most 100.',
    rows: 'A number of rows.',
    rowsLeast: 'At least 0.',
    rowsMost: 'At most 100 000 000.',
  },
  errors: { settled: 'Somebody settled this meanwhile.' },
} as const
