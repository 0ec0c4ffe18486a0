import 'server-only'
import { versionInput } from '@/lib/throttle/input'
import { settleHeld } from '@/lib/throttle/settle'

/** A lead has settled what becomes of a paused detector's flags. */
export async function detectorSettle(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await settleHeld(versionInput.parse(given), abortSignal)
}
