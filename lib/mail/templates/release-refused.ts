import { paragraphs, type Template } from '../message'
import { removalsDue } from './release-due'

export const releaseRefused: Template<{
  dataset: string
  /** Null for the world's. */
  profile: string | null
  reason: 'no_release' | 'importing' | 'erasing'
  due: Date
  url: string
}> = {
  name: 'release-refused',
  render: ({ reason, url, ...due }, say, locale) => ({
    subject: say('letters.staff.releaseRefused.subject'),
    text: paragraphs(removalsDue(say, locale, due), say(`letters.staff.releaseRefused.${reason}`), url),
  }),
}
