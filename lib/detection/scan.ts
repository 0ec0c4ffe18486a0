import type { Detector, Fields, Finding } from './detector'
import { compilePrefilter } from './prefilter'
import { DETECTORS } from './registry'

/**
 * What of an item is scanned, in UTF-16 code units over all its fields. Detectors are linear, so this bounds the time
 * one row may take from a worker, not correctness: 1 Mi units take some tens of milliseconds.
 */
export const SCAN_BUDGET = 1 << 20

export type ItemScan = {
  findings: (Finding & { detector: string; version: string })[]
  /** The first field that was not read to its end. Fields after it were not read at all. */
  unscanned: { field: string; reason: string } | null
}

/** Scans the fields of one item with every built-in detector. Never throws on any text. */
export const scanItem = createScanner(DETECTORS)

/**
 * A scanner for these detectors. Beyond the budget the first part of the field is still scanned, because a partial
 * answer is worth a reviewer's look, and the item is reported as unscanned, because it is not a whole one.
 */
export function createScanner(
  detectors: readonly Detector[],
  budget = SCAN_BUDGET,
): (fields: Fields) => ItemScan {
  const gatesPassed = compilePrefilter(detectors.map((detector) => detector.gate))
  return (fields) => {
    const { within, unscanned } = withinBudget(fields, budget)
    const passed = within.map(([field, text]) => ({ field, text, gates: gatesPassed(text) }))
    const findings: ItemScan['findings'] = []
    for (const [i, detector] of detectors.entries()) {
      const open = passed.filter(({ gates }) => gates & (1 << i))
      if (open.length === 0) continue
      const found = detector.scan(Object.fromEntries(open.map(({ field, text }) => [field, text])))
      for (const finding of found)
        findings.push({ ...finding, detector: detector.id, version: detector.version })
    }
    return { findings, unscanned }
  }
}

function withinBudget(
  fields: Fields,
  budget: number,
): { within: [string, string][]; unscanned: ItemScan['unscanned'] } {
  let left = budget
  const within: [string, string][] = []
  for (const [field, text] of Object.entries(fields)) {
    if (text.length <= left) {
      within.push([field, text])
      left -= text.length
      continue
    }
    const cut = wholeCharacters(text, left)
    if (cut > 0) within.push([field, text.slice(0, cut)])
    const reason = `over the scan budget of ${budget} characters: ${cut} of ${text.length} were scanned`
    return { within, unscanned: { field, reason } }
  }
  return { within, unscanned: null }
}

/** The cut moved back by one where it would part a surrogate pair. */
function wholeCharacters(text: string, cut: number): number {
  const high = cut > 0 && text.charCodeAt(cut - 1) >= 0xd800 && text.charCodeAt(cut - 1) <= 0xdbff
  return high ? cut - 1 : cut
}
