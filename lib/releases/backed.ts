import 'server-only'
import { OpeningsCheck } from '@/lib/release-format/check-openings'
import { openings } from '@/lib/release-format/openings'
import type { LoadedRelease } from './load-release'
import { listRows } from './read-file'
import type { Check } from './verify'

/**
 * Whether the reasons a release tells are those of decisions that the log holds. Throws a FormatError, with file and line, when they
 * are not.
 */
export async function checkBacked({ folder, release, told }: LoadedRelease): Promise<Check> {
  if (!told)
    return {
      state: 'not_checked',
      says: [
        release.disclosure === 'full'
          ? 'This release tells no reasons, because fewer than 20 rows are newly withheld; so it opens no decisions.'
          : `At the level ${release.disclosure} a release tells no reasons and opens no decisions.`,
      ],
    }
  const check = new OpeningsCheck(release, told)
  for await (const lines of listRows(folder, openings)) for (const line of lines) check.add(line)
  const { log } = release
  return {
    state: 'valid',
    says: [
      `Every reason told is that of a decision in the log ${log.origin} at size ${log.size}, before the release: ${check.decisions} are opened.`,
      'Not shown: which row each of them is about, which only auditors can open, and anything of the rows whose reason is withheld.',
    ],
  }
}
