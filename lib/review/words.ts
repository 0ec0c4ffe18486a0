import 'server-only'
import { say } from '@/lib/i18n/say'
import { ACTIONS } from './labels'

/** An action within a sentence: "remove"; one nobody declared goes by its id. */
export function verbInText(action: string): string {
  const known = ACTIONS.find((one) => one === action)
  return known ? say(`labels.action.${known}.verb`).toLowerCase() : action
}
