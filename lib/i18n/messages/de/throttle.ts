import type { Translation } from '@/lib/i18n/translation'
import type { throttle as english } from '../en/throttle'

export const throttle: Translation<typeof english> = {
  input: {
    share: 'Eine Zahl von 0.1 bis 100.',
    shareLeast: 'Mindestens 0.1.',
    shareMost: 'Höchstens 100.',
    rows: 'Eine Anzahl von Zeilen.',
    rowsLeast: 'Mindestens 0.',
    rowsMost: 'Höchstens 100 000 000.',
  },
  errors: { settled: 'Das hat inzwischen jemand anderes entschieden.' },
}
