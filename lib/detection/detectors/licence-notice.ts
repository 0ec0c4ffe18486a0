import { LICENCE_PHRASES } from '../data/licence-phrases'
import { defineDetector, type Match } from '../detector'

/**
 * Licence texts, headers and identifiers. The type says what kind of terms they are, because that is what a dataset's
 * maintainer acts on: `permissive`, `copyleft`, `restricted` (no commercial use, no derivatives, source-available),
 * `public-domain`, or `identifier` for an SPDX tag and for terms of another name.
 */
export const licenceNotice = defineDetector({
  id: 'licence-notice',
  version: '1',
  categories: ['licence'],
  gate: { literals: LICENCE_PHRASES.flatMap((phrase) => phrase.gate) },
  *find(text): Iterable<Match> {
    const folded = text.toLowerCase()
    for (const { type, gate, pattern, score } of LICENCE_PHRASES) {
      if (!gate.some((literal) => folded.includes(literal))) continue
      for (const match of text.matchAll(pattern)) {
        const severity = type === 'restricted' ? 2 : 1
        yield { type, start: match.index, end: match.index + match[0].length, score, severity }
      }
    }
  },
})
