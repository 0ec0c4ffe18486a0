import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import type { pauseClocks } from './clocks'
import { untilWhen } from './due-words'

/** What waiting for somebody does to the time we have: it stands where the law lets it, and else it runs on, and we say so. */
export function clockEffect(
  language: Locale,
  { moved, refused }: Awaited<ReturnType<typeof pauseClocks>>,
  waitsFor: 'requester' | 'court' = 'requester',
): string {
  const running = refused.flatMap(({ clock }) => (clock.dueAt ? [{ ...clock, dueAt: clock.dueAt }] : []))
  const [first] = running.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  const voice = voiceOf(language)
  const at = waitsFor === 'court' ? 'process.heldClock' : 'process.clock'
  const date = first && untilWhen(first, language)
  if (date) return voice(`${at}.runsOn`, { date })
  return voice(moved.length > 0 ? `${at}.stands` : `${at}.none`)
}
