import 'server-only'
import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import type { pauseClocks } from './clocks'

/** What waiting for somebody does to the time we have: it stands where the law lets it, and else it runs on, and we say so. */
export function clockEffect(
  language: Locale,
  { moved, refused }: Awaited<ReturnType<typeof pauseClocks>>,
  waitsFor: 'requester' | 'court' = 'requester',
): string {
  const running = refused.flatMap(({ clock }) => (clock.dueAt ? [clock.dueAt] : []))
  const [first] = running.sort((a, b) => a.getTime() - b.getTime())
  const voice = voiceOf(language)
  const at = waitsFor === 'court' ? 'process.heldClock' : 'process.clock'
  if (first) return voice(`${at}.runsOn`, { date: formatDate(first, false, language) })
  return voice(moved.length > 0 ? `${at}.stands` : `${at}.none`)
}
