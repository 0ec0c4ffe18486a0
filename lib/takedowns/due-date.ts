import 'server-only'
import { say } from '@/lib/i18n/say'
import type { TakedownKind } from './attestations'
import { USUAL } from './promises'

/** By when there is an answer, in words, before it is known which dataset a request is about. */
export function termInWords(kind: TakedownKind): string {
  return kind === 'privacy'
    ? say('takedowns.term.law')
    : say('takedowns.term.promise', { n: USUAL.decideDays })
}
