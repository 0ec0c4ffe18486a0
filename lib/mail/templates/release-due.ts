import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Voice } from '@/lib/i18n/say'
import { paragraphs, type Template } from '../message'

export const releaseDue: Template<{
  dataset: string
  /** Null for the world's. */
  profile: string | null
  publishAt: Date
  due: Date
  url: string
}> = {
  name: 'release-due',
  render: ({ publishAt, url, ...due }, say, locale) => ({
    subject: say('letters.staff.releaseDue.subject'),
    text: paragraphs(
      [
        removalsDue(say, locale, due),
        say('letters.staff.releaseDue.itself', { date: formatDate(publishAt, false, locale) }),
      ].join(' '),
      say('letters.staff.releaseDue.before'),
      url,
    ),
  }),
}

/** What has to be published, and until when. */
export function removalsDue(
  say: Voice,
  locale: Locale,
  { dataset, profile, due: at }: { dataset: string; profile: string | null; due: Date },
): string {
  const due = formatDate(at, false, locale)
  return profile === null
    ? say('letters.staff.releaseDue.due', { dataset, due })
    : say('letters.staff.releaseDue.dueProfile', { dataset, profile, due })
}
