import type { Translation } from '@/lib/i18n/translation'
import type { broken as english } from '../en/broken'

export const broken: Translation<typeof english> = {
  title: 'Winnow konnte nicht antworten',
  text: 'Der Fehler liegt bei uns. Bitte versuchen Sie es gleich noch einmal.',
  number: 'Bleibt es dabei, nennen Sie dem Betreiber diese Nummer:',
  again: 'Erneut versuchen',
}
