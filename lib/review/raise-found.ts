import 'server-only'
import type { RaiseFlags } from '@/lib/datasets/commit-chunk'
import { type NewFlag, raiseFlags } from '@/lib/flags/raise-flags'
import { openCases } from './open-cases'

/** What an import does with what its detectors found: flags, and the cases they come to, in the transaction of the chunk. */
export const raiseFound: RaiseFlags = async (tx, { datasetId, revisionId }, items) => {
  const flags = items.flatMap(({ digest, findings }) =>
    findings.map(({ detector, version, category, type, score, severity, spans }): NewFlag => ({
      digest,
      source: 'detector',
      detector,
      detectorVersion: version,
      category,
      type,
      score,
      severity,
      spans,
      revisionId,
    })),
  )
  await raiseFlags(tx, datasetId, flags)
  await openCases(
    tx,
    datasetId,
    items.map(({ digest }) => digest),
  )
}
