import { say } from '@/lib/i18n/say'
import { badRowReasons } from './read/bad-row'

/** What a release of a dataset tells about a row that is not in it, or not as it was. */
export const disclosureSentence = (level: 'full' | 'rows' | 'kept-only'): string =>
  say(`datasets.disclosure.${level}`)

/** A quarantine reason in words; a code without words stands for itself. */
export function quarantineReason(code: string): string {
  const reason = badRowReasons.find((known) => known === code)
  if (reason) return say(`datasets.quarantine.${reason}`)
  const [, budget, scanned, length] = OVER_BUDGET.exec(code) ?? []
  return budget && scanned && length
    ? say('datasets.quarantine.budget', { budget, scanned, length })
    : code.replaceAll('_', ' ')
}

/** What is said beside the reason: "3 of 4" columns, "20000000 bytes", or the name of a field. */
export function quarantineDetail(code: string, detail: string): string {
  const [, n = '', all] = /^(\d+)(?: of (\d+)| bytes)$/.exec(detail) ?? []
  if (code === 'wrong_column_count' && all) return say('datasets.quarantineDetail.columns', { n, all })
  return code === 'too_large' && n ? say('datasets.quarantineDetail.bytes', { n }) : detail
}

/** As `createScanner` words it, and the database keeps it. */
const OVER_BUDGET = /^over the scan budget of (\d+) characters: (\d+) of (\d+) were scanned$/
