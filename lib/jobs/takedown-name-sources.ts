import 'server-only'
import { nameSources } from '@/lib/takedowns/name-sources'

/** Notes the sources of what was named before they were noted. Killed half-way it is tried again and goes on. */
export async function takedownNameSources(
  _given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await nameSources(abortSignal)
}
